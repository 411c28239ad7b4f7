package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedTextTest {
  @Test
  void literalSecretsAreHiddenAndVariablesAreNot() {
    assertThat(
            redacted(
                """
                exporters:
                  otlp_http/a:
                    endpoint: https://user:hunter2@host:4318/v1?x=1
                    headers:
                      Authorization: Bearer abcdefg
                      X-Team: 'team-1'
                      Api-Key: ${env:API_KEY}
                      Other: "Basic ${env:BASIC}"
                  datadog:
                    api:
                      key: 0123456789abcdef
                      site: datadoghq.com
                extensions:
                  basicauth/client:
                    client_auth: {username: me, password: hunter2}
                  oauth2client:
                    client_id: someone
                    client_secret: "s3cr3t"
                    token_url: https://login.example.com/token
                    client_secret_file: /etc/secret
                  bearertokenauth:
                    token: t0ps3cret # not to be seen
                """))
        .isEqualTo(
            """
            exporters:
              otlp_http/a:
                endpoint: https://user:REDACTED@host:4318/v1?x=1
                headers:
                  Authorization: Bearer REDACTED
                  X-Team: 'REDACTED'
                  Api-Key: ${env:API_KEY}
                  Other: "Basic ${env:BASIC}"
              datadog:
                api:
                  key: REDACTED
                  site: datadoghq.com
            extensions:
              basicauth/client:
                client_auth: {username: me, password: REDACTED}
              oauth2client:
                client_id: someone
                client_secret: "REDACTED"
                token_url: https://login.example.com/token
                client_secret_file: /etc/secret
              bearertokenauth:
                token: REDACTED # not to be seen
            """);
  }

  @Test
  void secretsOfSeveralLinesKeepTheirLines() {
    assertThat(
            redacted(
                """
                tls:
                  key_pem: |
                    -----BEGIN PRIVATE KEY-----
                    MIIEvQIBADANBg

                    kqhkiG9w0BAQEF
                  cert_file: a.pem
                """))
        .isEqualTo(
            """
            tls:
              key_pem: |
                REDACTED
                REDACTED

                REDACTED
              cert_file: a.pem
            """);
  }

  @Test
  void configsInsideOtherFilesAreReadToo() {
    assertThat(
            redacted(
                """
                apiVersion: v1
                kind: ConfigMap
                data:
                  relay: |
                    exporters:
                      otlp_http:
                        headers: {authorization: Bearer abcdefg}
                    service:
                      pipelines: {}
                ---
                apiVersion: v1
                kind: Secret
                stringData:
                  GENTRACE_API_KEY: abcdefg
                ---
                env:
                  - name: GENTRACE_API_KEY
                    value: abcdefg
                  - name: LOG_LEVEL
                    value: debug
                """))
        .doesNotContain("abcdefg")
        .contains("authorization: Bearer REDACTED}", "GENTRACE_API_KEY: REDACTED", "value: debug");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receivers: [\n  api_key: abc123secret\n",
        "{{ template }}\nheaders:\n  authorization: Bearer abc123secret\n",
        "# api_key: abc123secret\nreceivers:\n",
        "# curl -H 'Authorization: Bearer abc123secret' https://h/\nx:\n",
        "\tpassword: abc123secret\n",
        "password: \"abc123secret\n"
      })
  void textThatIsNoYamlAndCommentsKeepNoSecretEither(String text) {
    assertThat(redacted(text)).doesNotContain("abc123secret").contains("REDACTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Bearer authentication is for later\n",
        "max_tokens: 500\n",
        "tokens_per_second: 10s\n",
        "exporters:\n  debug:\n    verbosity: detailed\n",
        "api_key: ${env:API_KEY}\n",
        "Authorization: 'Bearer ${env:GENTRACE_API_KEY}'\n",
        "auth: {authenticator: bearertokenauth}\n",
        "password:\n"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "endpoint: https://abc123secret@sentry.example.com/1\n",
        "endpoint: https://h/v1?api-key=abc123secret&x=1\n",
        "endpoint: postgres://${env:USER}:abc123secret@db/x\n",
        "headers: {X-Any: abc123secret}\n",
        "headers:\n  - name: X-Any\n    value: abc123secret\n",
        "headers: &h\n  X-Any: &k abc123secret\nother: {headers: *h, x: *k}\n",
        "api_keys: [abc123secret, \"abc123secret\"]\n",
        "attributes:\n  - key: api_key\n    value: abc123secret\n",
        "password: >\n  abc123secret\n  abc123secret\n",
        "password: abc123secret\n  abc123secret\n",
        "config: |\n  exporters:\n    x:\n      token: abc123secret\n",
        "config: |\n  # token: abc123secret\n  a: b\n",
        "config: |\n  exporters: [\n  token: abc123secret\n",
        "config: \"exporters:\\n  x:\\n    token: abc123secret\\n\"\n",
        "# headers:\n#   X-Any: abc123secret\na: b\n",
        "# password: |\n#   a: abc123secret\na: b\n",
        "# password:\n#   abc123secret\na: b\n",
        "headers:\n  - key: X-Any\n    default_value: abc123secret\n",
        "note: the token is sk-abc123secret0000000000000000\n",
        "Authorization: \"Bearer abc123secret${env:REST}\"\n"
      })
  void aSecretIsFoundWhereverItStands(String text) {
    assertThat(redacted(text)).doesNotContain("abc123secret").contains("REDACTED");
    assertThat(redacted(text).lines()).hasSameSizeAs(text.lines().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "endpoint: https://${env:USER}:${env:PASSWORD}@host/\n",
        "endpoint: https://${env:TOKEN}@host/?token=${env:TOKEN}\n",
        "password: ${env:A:-${env:B}}\n",
        "headers:\n  Authorization: Bearer ${file:/run/secrets/key}\n",
        "secretKeyRef: {name: gentrace, key: api-key}\n",
        "Authorization: \"Api-Token ${env:DT_API_TOKEN}\"\n",
        "allowed_headers: [Authorization, X-Any]\n",
        "headers:\n  - key: Authorization\n    from_context: X-Any\n",
        "verbosity: basic\notlp/last9:\n",
        "# secret:\n#   name: otel\n#   items: x\n",
        "password: \"{{ .Values.password }}\"\n",
        "bearertokenauth:\n  filename: /etc/token\n"
      })
  void whatOnlyNamesASecretStays(String text) {
    assertThat(redacted(text)).isEqualTo(text);
  }

  @Test
  void placesAreCounted() {
    String text = "a_token: abc123secret\nb_token: abc123secret\n";

    assertThat(RedactedText.of(YamlSource.ofText("x", text)).secrets()).isEqualTo(2);
  }

  private static String redacted(String text) {
    return RedactedText.of(YamlSource.ofText("collector.yaml", text)).text();
  }
}
