package ai.gentrace.otel.cli.check.rules;

/**
 * The facts of {@link SettingSchema}. A constant and no resource: for a resource, the JVM would
 * read the names of all entries of the jar, at every start.
 */
final class SettingLines {
  // Settings of the components that Gentrace's path uses, read from the Go structs of collector
  // 0.161.0 (their mapstructure
  // tags) and, for keys that are gone, from the change logs. A key that is missing here is reported
  // as unknown, so a key
  // that any release has belongs here.
  //
  //   = type            begins a component type, or a group that lines can take in
  //   key.key TYPE      a setting; its parents are maps
  //   + group           takes in all lines of a group; key.key + group under a key
  //   since N, until N  the first 0.N release with it, the first without it; nothing where not
  // known
  //
  // TYPE: string id bool int uint number duration strings (a list) maps (a list) headers conditions
  // any, or one|of|words (~ for any case)
  static final String TEXT =
      """
      = exporter otlp_http
      endpoint string
      traces_endpoint string
      metrics_endpoint string
      logs_endpoint string
      profiles_endpoint string
      encoding proto|json
      + http_client
      sending_queue + queue
      retry_on_failure + retry
      = exporter otlp_grpc
      endpoint string
      timeout duration
      compression gzip|zlib|deflate|snappy|x-snappy-framed|zstd|lz4|none|
      tls + client_tls
      keepalive.enabled bool
      keepalive.time duration
      keepalive.timeout duration
      keepalive.permit_without_stream bool
      read_buffer_size int
      write_buffer_size int
      wait_for_ready bool
      headers headers
      user_agent string
      balancer_name string
      authority string
      auth + auth
      middlewares maps
      batcher any until 130
      sending_queue + queue
      retry_on_failure + retry
      = http_client
      proxy_url string
      tls + client_tls
      read_buffer_size int
      write_buffer_size int
      timeout duration
      headers headers
      auth + auth
      compression gzip|zlib|deflate|snappy|x-snappy-framed|zstd|lz4|none|
      compression_params.level int
      max_conns_per_host int
      http2_read_idle_timeout duration
      http2_ping_timeout duration
      cookies.enabled bool
      force_attempt_http2 bool
      middlewares maps
      keepalive.enabled bool
      keepalive.idle_conn_timeout duration
      keepalive.max_idle_conns int
      keepalive.max_idle_conns_per_host int
      idle_conn_timeout duration
      max_idle_conns int
      max_idle_conns_per_host int
      disable_keep_alives bool
      = auth
      authenticator id
      enabled bool
      = tls
      ca_file string
      ca_pem string
      cert_file string
      cert_pem string
      cipher_suites strings
      curve_preferences strings
      include_insecure_cipher_suites bool
      include_system_ca_certs_pool bool
      key_file string
      key_pem string
      max_version 1.0|1.1|1.2|1.3|
      min_version 1.0|1.1|1.2|1.3|
      reload_interval duration
      tpm.auth string
      tpm.enabled bool
      tpm.owner_auth string
      tpm.path string
      = client_tls
      + tls
      insecure bool
      insecure_skip_verify bool
      server_name_override string
      = server_tls
      + tls
      enabled bool
      client_ca_file string
      client_ca_file_reload bool
      = queue
      enabled bool
      wait_for_result bool
      sizer requests|items|bytes since 122
      queue_size int
      block_on_overflow bool
      blocking bool until 129
      storage id
      num_consumers int
      batch.enabled bool
      batch.flush_timeout duration
      batch.sizer items|bytes|requests
      batch.min_size int
      batch.max_size int
      batch.partition.metadata_keys strings
      batch + batch_map
      persistent_storage_enabled bool until 100
      = batch_map
      min_size_items int until 123
      max_size_items int until 123
      = retry
      enabled bool
      initial_interval duration
      max_interval duration
      max_elapsed_time duration
      multiplier number
      randomization_factor number
      = receiver otlp
      protocols.grpc.enabled bool
      protocols.grpc.endpoint string
      protocols.grpc.transport tcp|tcp4|tcp6|udp|udp4|udp6|ip|ip4|ip6|unix|unixgram|unixpacket|npipe|
      protocols.grpc.dialer.timeout duration
      protocols.grpc.tls + server_tls
      protocols.grpc.max_recv_msg_size_mib int
      protocols.grpc.max_concurrent_streams uint
      protocols.grpc.read_buffer_size int
      protocols.grpc.write_buffer_size int
      protocols.grpc.keepalive.enabled bool
      protocols.grpc.keepalive.server_parameters.enabled bool
      protocols.grpc.keepalive.server_parameters.max_connection_idle duration
      protocols.grpc.keepalive.server_parameters.max_connection_age duration
      protocols.grpc.keepalive.server_parameters.max_connection_age_grace duration
      protocols.grpc.keepalive.server_parameters.time duration
      protocols.grpc.keepalive.server_parameters.timeout duration
      protocols.grpc.keepalive.enforcement_policy.enabled bool
      protocols.grpc.keepalive.enforcement_policy.min_time duration
      protocols.grpc.keepalive.enforcement_policy.permit_without_stream bool
      protocols.grpc.auth + auth
      protocols.grpc.include_metadata bool
      protocols.grpc.middlewares maps
      protocols.http.enabled bool
      protocols.http.endpoint string
      protocols.http.transport tcp|tcp4|tcp6|udp|udp4|udp6|ip|ip4|ip6|unix|unixgram|unixpacket|npipe|
      protocols.http.dialer.timeout duration
      protocols.http.tls + server_tls
      protocols.http.cors.enabled bool
      protocols.http.cors.allowed_origins strings
      protocols.http.cors.allowed_headers strings
      protocols.http.cors.exposed_headers strings
      protocols.http.cors.max_age int
      protocols.http.auth + auth
      protocols.http.auth.request_params strings
      protocols.http.max_request_body_size int
      protocols.http.include_metadata bool
      protocols.http.response_headers headers
      protocols.http.compression_algorithms strings
      protocols.http.read_timeout duration
      protocols.http.read_header_timeout duration
      protocols.http.write_timeout duration
      protocols.http.idle_timeout duration
      protocols.http.keep_alives_enabled bool
      protocols.http.keepalive.enabled bool
      protocols.http.keepalive.idle_timeout duration
      protocols.http.middlewares maps
      protocols.http.traces_url_path string
      protocols.http.metrics_url_path string
      protocols.http.logs_url_path string
      protocols.http.profiles_url_path string
      protocols.arrow any
      = processor batch
      timeout duration
      send_batch_size uint
      send_batch_max_size uint
      metadata_keys strings
      metadata_cardinality_limit uint
      = processor memory_limiter
      check_interval duration
      limit_mib uint
      spike_limit_mib uint
      limit_percentage uint
      spike_limit_percentage uint
      min_gc_interval_when_soft_limited duration
      min_gc_interval_when_hard_limited duration
      max_gc_interval_when_soft_limited duration
      max_gc_interval_when_hard_limited duration
      ballast_size_mib int until 111
      = processor filter
      error_mode ~ignore|propagate|silent
      spans.include any
      spans.exclude any
      traces.resource strings
      traces.span strings
      traces.spanevent strings
      metrics.include any
      metrics.exclude any
      metrics.regexp any
      metrics.resource strings
      metrics.metric strings
      metrics.datapoint strings
      logs.include any
      logs.exclude any
      logs.resource strings
      logs.log_record strings
      profiles.resource strings
      profiles.profile strings
      trace_conditions conditions
      metric_conditions conditions
      log_conditions conditions
      profile_conditions conditions
      """;

  private SettingLines() {}
}
