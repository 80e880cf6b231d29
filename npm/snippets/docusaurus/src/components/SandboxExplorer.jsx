// Belongs in src/components/; the files of dist/embed belong in static/sandbox-explorer/.
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
