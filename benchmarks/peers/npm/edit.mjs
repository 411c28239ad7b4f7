// Adds the exporter with the Document API of npm's yaml, which keeps comments: IN OUT.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseDocument } from 'yaml';

const [, , input, output] = process.argv;
const document = parseDocument(readFileSync(input, 'utf8'));
document.setIn(['exporters', 'otlp_http/added'], document.createNode({ traces_endpoint: 'https://example.com/v1/traces' }));
writeFileSync(output, document.toString({ lineWidth: 0 }));
