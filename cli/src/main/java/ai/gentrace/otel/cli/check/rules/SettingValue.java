package ai.gentrace.otel.cli.check.rules;

import ai.gentrace.otel.cli.check.Findings;
import ai.gentrace.otel.cli.collector.Setting;

/** Values against the types of {@link SettingSchema}, as the collector decodes them. */
final class SettingValue {
  private SettingValue() {}

  /** Adds a finding where a value is not of its type. */
  static void check(Setting setting, String type, Findings findings) {
    switch (type) {
      case "any" -> {}
      case "string" -> ScalarSetting.string(setting, findings);
      case "id" -> ScalarSetting.id(setting, findings);
      case "uint" -> ScalarSetting.unsigned(setting, findings);
      case "int", "number" -> ScalarSetting.number(setting, findings);
      case "bool" -> ScalarSetting.bool(setting, findings);
      case "duration" -> ScalarSetting.duration(setting, findings);
      case "maps" -> ListSetting.maps(setting, findings);
      case "strings" -> ListSetting.strings(setting, findings);
      case "headers" -> ListSetting.headers(setting, findings);
      case "conditions" -> ListSetting.conditions(setting, findings);
      default -> ScalarSetting.word(setting, type, findings);
    }
  }
}
