// The same with Next's older router, which recognises its history entries in another way.
import type { GetServerSideProps } from 'next';
import Link from 'next/link';
import 'sandbox-explorer';
import type {} from 'sandbox-explorer/react';

export const getServerSideProps: GetServerSideProps = async ({ params }) => ({ props: { post: params!.post } });

export default function Post({ post }: { post: string }) {
  return (
    <main>
      <h1>{post}</h1>
      <p>
        <Link href="/old/second">Second</Link> <Link href="#section">Section</Link>
      </p>
      <sandbox-explorer key={post} url-key="explorer" loading="eager">
        <a href="https://www.cncf.io/sandbox-projects/">Sandbox projects</a>
      </sandbox-explorer>
      <h2 id="section">Section</h2>
    </main>
  );
}
