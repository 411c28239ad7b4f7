//! Adds the exporter with yamlpatch: IN OUT.

use yamlpatch::{apply_yaml_patches, Op, Patch};
use yamlpath::{route, Document};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().collect();
    let document = Document::new(std::fs::read_to_string(&arguments[1])?)?;
    let patch = Patch {
        route: route!("exporters"),
        operation: Op::Add {
            key: "otlp_http/added".into(),
            value: yaml_serde::from_str("traces_endpoint: https://example.com/v1/traces")?,
        },
    };
    std::fs::write(&arguments[2], apply_yaml_patches(&document, &[patch])?.source())?;
    Ok(())
}
