package ai.gentrace.otel.cli.gentrace.ottl;

import java.util.HashSet;
import java.util.Set;

/** The functions that conditions of the filter processor may call, at release 0.161. */
final class OttlFunctions {
  private static final Set<String> NAMES =
      Set.of(
          ("All Any Append Base64Encode Bool Coalesce CommunityID Concat ContainsValue"
                  + " ConvertAttributesToElementsXML ConvertCase ConvertTextToElementsXML Day Decode"
                  + " DeleteIndex Double Duration ExtractGrokPatterns ExtractPatterns FNV Filter Find"
                  + " Format FormatTime GetXML HasPrefix"
                  + " HasSuffix Hex Hour Hours Index InsertXML Int IsBool IsDouble IsEmpty IsInCIDR"
                  + " IsInt IsList IsMap IsMatch IsString IsValidLuhn Keys Len Log MD5"
                  + " MapEach MapKeys Microseconds Milliseconds Minute Minutes Month Murmur3Hash"
                  + " Murmur3Hash128 Nanosecond Nanoseconds Now ParseCSV ParseInt ParseJSON"
                  + " ParseKeyValue ParseSeverity ParseSimplifiedXML ParseXML ProfileID Reduce"
                  + " RemoveXML SHA1 SHA256 SHA512 Second Seconds SliceToMap Sort SpanID Split String"
                  + " Substring Time ToCamelCase ToKeyValueString ToLowerCase ToSnakeCase ToUpperCase"
                  + " TraceID Trim TrimPrefix TrimSuffix TruncateTime URL UUID UUIDv7 Unix UnixMicro"
                  + " UnixMilli UnixNano UnixSeconds UserAgent Values Weekday When XXH128 XXH3 Year")
              .split(" "));

  private OttlFunctions() {}

  static boolean has(OttlContext context, String name) {
    return NAMES.contains(name) || extra(context).contains(name);
  }

  static Set<String> names(OttlContext context) {
    Set<String> names = new HashSet<>(NAMES);
    names.addAll(extra(context));
    return names;
  }

  private static Set<String> extra(OttlContext context) {
    return switch (context) {
      case SPAN -> Set.of("IsRootSpan");
      case METRIC -> Set.of("HasAttrKeyOnDatapoint", "HasAttrOnDatapoint");
      default -> Set.of();
    };
  }
}
