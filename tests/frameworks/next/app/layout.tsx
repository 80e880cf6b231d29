// The document around every page.
import type { ReactNode } from 'react';

export const metadata = { title: 'Sandbox Explorer in a page of Next', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
