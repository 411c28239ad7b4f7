package ai.gentrace.otel.cli.graph;

import static org.assertj.core.api.Assertions.assertThat;

import ai.gentrace.otel.cli.yaml.YamlSource;
import ai.gentrace.otel.cli.yaml.YamlStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
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
    assertThat(redacted(text)).doesNotContain("abc123secret").contains(Redaction.HIDDEN);
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

  private static String redacted(String text) {
    return Redaction.of(YamlStream.parse(YamlSource.ofText("collector.yaml", text)));
  }
}
