// Posts between which Next's router navigates, each with an explorer that keeps its filter in the URL.
import Link from 'next/link';
import { Filtered } from './Filtered';

export const dynamic = 'force-dynamic';

export default async function Post({ params }: { params: Promise<{ post: string }> }) {
  const { post } = await params;
  return (
    <main>
      <h1>{post}</h1>
      <p>
        <Link href="/first">First</Link> <Link href="/second">Second</Link> <Link href="?x=1">With a parameter</Link>{' '}
        <Link href="#section">Section</Link> <a href="#section">Section as HTML</a>{' '}
        <Link href="#explorer=part=4">Part 4</Link> <Link href="/second#explorer=part=1">Part 1 in the second</Link>
      </p>
      <p>
        Rendered at <time>{performance.now()}</time>
      </p>
      <Filtered />
      <h2 id="section">Section</h2>
    </main>
  );
}
