// Validates a bill of materials against the JSON schema of CycloneDX, strictly, with the library of the CycloneDX project:
//
//   node xtask/sbom.mjs dist/release/sandbox-explorer-1.2.3.cdx.json
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const tools = createRequire(new URL('node/package.json', import.meta.url));
const { Spec, Validation } = tools('@cyclonedx/cyclonedx-library');

const [file] = process.argv.slice(2);
const text = await readFile(file, 'utf8');
const bill = JSON.parse(text);
const version = Object.values(Spec.Version).find((it) => it == bill.specVersion);
const errors = await new Validation.JsonStrictValidator(version).validate(text);
if (errors) {
  console.error(`${file}: ${JSON.stringify(errors, null, 2)}`);
  process.exit(1);
}
// What the schema cannot say: every reference leads to a component, and there is one for each.
const known = new Set([bill.metadata.component, ...bill.components].map((it) => it['bom-ref']));
const named = bill.dependencies.flatMap((it) => [it.ref, ...it.dependsOn]);
const lost = [...new Set(named.filter((ref) => !known.has(ref)))];
if (known.size != bill.components.length + 1 || lost.length) {
  console.error(`${file}: ${known.size} of ${bill.components.length + 1} references differ; these lead nowhere: ${lost.join(', ')}`);
  process.exit(1);
}
console.log(`${file}: ${bill.components.length} components, valid CycloneDX ${bill.specVersion}`);
