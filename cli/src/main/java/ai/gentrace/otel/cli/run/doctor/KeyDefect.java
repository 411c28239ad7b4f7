package ai.gentrace.otel.cli.run.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why the key in an environment variable cannot be used, without any of the key.
 *
 * @param form what is wrong with it, in words that follow "it"; empty where the variable is not set
 */
record KeyDefect(String variable, Optional<String> form) {

  /** The first defect among variables that hold keys. */
  static Optional<KeyDefect> first(List<String> variables, Map<String, String> environment) {
    return variables.stream().flatMap(name -> of(name, environment).stream()).findFirst();
  }

  private static Optional<KeyDefect> of(String variable, Map<String, String> environment) {
    String key = environment.get(variable);
    return key == null
        ? Optional.of(new KeyDefect(variable, Optional.empty()))
        : KeyForm.defect(key).map(form -> new KeyDefect(variable, Optional.of(form)));
  }
}
