//! The software bill of materials, in the format of CycloneDX 1.6: what is compiled into the element and the page, with licences,
//! checksums and who needs whom. `xtask/sbom.mjs` validates it against the schema.

use super::archive::iso;
use super::compiled::{Id, Packages};
use super::licences::is_own;
use anyhow::Result;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The document, of the time `epoch`. The same content has the same serial number.
pub(crate) fn text(packages: &Packages, version: &str, epoch: i64) -> Result<String> {
    let components: Vec<Value> = packages.iter().filter(|(id, _)| id.0 != "sandbox-explorer").map(component).collect();
    let dependencies: Vec<Value> = packages
        .iter()
        .map(|(id, package)| json!({ "ref": reference(id), "dependsOn": package.needs.iter().map(reference).collect::<Vec<_>>() }))
        .collect();
    let root = packages.iter().find(|(id, _)| id.0 == "sandbox-explorer");
    let repository = root.and_then(|(_, package)| package.repository.clone()).unwrap_or_default();
    let body = json!({
        "metadata": {
            "timestamp": iso(epoch),
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": [{ "type": "application", "name": "cargo xtask release", "version": version }] },
            "component": {
                "type": "library",
                "bom-ref": reference(&("sandbox-explorer".to_owned(), version.to_owned())),
                "name": "sandbox-explorer",
                "version": version,
                "licenses": [{ "expression": "Apache-2.0" }],
                "purl": format!("pkg:npm/sandbox-explorer@{version}"),
                "externalReferences": [{ "type": "vcs", "url": repository }],
            },
        },
        "components": components,
        "dependencies": dependencies,
    });
    let mut document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": format!("urn:uuid:{}", uuid(&Sha256::digest(serde_json::to_vec(&body)?))),
        "version": 1,
    });
    if let (Some(document), Some(body)) = (document.as_object_mut(), body.as_object()) {
        document.extend(body.clone());
    }
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn component((id, package): (&Id, &super::compiled::Package)) -> Value {
    let (name, version) = id;
    let mut component = json!({
        "type": "library",
        "bom-ref": reference(id),
        "name": name,
        "version": version,
        "scope": "required",
        "licenses": [{ "expression": package.licence }],
    });
    if let Some(checksum) = &package.checksum {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    // Packages of Rust itself and our stub are in no registry.
    if package.checksum.is_some() || is_own(id) && id.0 != "wasm-streams" {
        component["purl"] = json!(format!("pkg:cargo/{name}@{version}"));
    }
    if let Some(repository) = &package.repository {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

fn reference(id: &Id) -> String {
    format!("{}@{}", id.0, id.1)
}

/// The first 16 bytes of a hash as a UUID of version 8, which is for such uses.
fn uuid(hash: &[u8]) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_serial_number_is_a_uuid_of_the_content() {
        assert_eq!(uuid(&[0xff; 32]), "ffffffff-ffff-8fff-bfff-ffffffffffff");
    }
}
