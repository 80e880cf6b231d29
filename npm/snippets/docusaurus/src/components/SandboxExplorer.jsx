// Goes to src/components/; the files of dist/embed go to static/sandbox-explorer/.
import Head from '@docusaurus/Head';
import useBaseUrl from '@docusaurus/useBaseUrl';

export default function SandboxExplorer(props) {
  return (
    <>
      <Head>
        <script type="module" src={useBaseUrl('/sandbox-explorer/sandbox-explorer.js')} />
      </Head>
      <sandbox-explorer {...props} />
    </>
  );
}
