/**
 * Bytes on disk. A file is replaced as a whole or not at all, by one run at a time, and nothing
 * else is left in its folder. Nothing here needs POSIX, and nothing knows what the bytes mean; it
 * stands below {@code yaml} because only editing needs such care.
 */
@NullMarked
package ai.gentrace.otel.cli.yaml.file;

import org.jspecify.annotations.NullMarked;
