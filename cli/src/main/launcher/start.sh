# How the program is started, by the launcher of a source checkout (which reads this file) and by the packaged
# executable (which begins with it). POSIX sh without a subprocess on the usual way: each would cost a millisecond.

# No verdict is possible: says why, then what to do.
fail() {
  for line; do
    printf 'gentrace-otel: %s\n' "$line" >&2
  done
  exit 3
}

# Sets $java to the JVM of JAVA_HOME, else of PATH, and $java_version to what its own release file says of it.
find_java() {
  java_advice='install JDK 17 or newer and set JAVA_HOME to its folder, or put its bin folder on PATH'
  java=
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no Java in it" "$java_advice"
  else
    old_ifs=$IFS
    IFS=:
    for folder in $PATH; do
      if [ -x "${folder:-.}/java" ] && [ ! -d "${folder:-.}/java" ]; then
        java=${folder:-.}/java
        break
      fi
    done
    IFS=$old_ifs
    [ -n "$java" ] || fail 'no Java found on PATH, and JAVA_HOME is not set' "$java_advice"
    if [ -h "$java" ]; then
      java=$(readlink -f "$java") || fail "cannot follow the link $java" "$java_advice"
    fi
  fi

  java_version=
  java_build=
  java_home=${java%/bin/java}
  if [ -r "$java_home/release" ]; then
    while IFS='=' read -r key value; do
      value=${value#\"}
      value=${value%\"}
      case $key in
        IMPLEMENTOR | IMPLEMENTOR_VERSION | JAVA_RUNTIME_VERSION) java_build="$java_build $value" ;;
        JAVA_VERSION)
          java_version=$value
          break
          ;;
      esac
    done <"$java_home/release"
  fi
  if [ -z "$java_version" ]; then
    java_version=$("$java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p') || java_version=
    [ -n "$java_version" ] || fail "$java does not say its version" "$java_advice"
  fi
  java_feature=${java_version%%[!0-9]*}
  [ "${java_feature:-0}" -ge 17 ] || fail "$java is Java $java_version, and 17 is the oldest that will do" "$java_advice"
}

# Sets $archive to the JVM option that brings the program's classes in already loaded, or to nothing. The archive is made
# on the first run, and again for another jar or JVM. Whatever is in the way of it (no cache folder, a full disk, a JVM
# that has no such thing), the program starts without. GENTRACE_OTEL_ARCHIVE=off does not even try.
# find_archive ARGUMENT...: validate has an archive of its own, because a JVM also pays for what it does not use.
find_archive() {
  archive=
  commands=program
  [ "${1:-}" != validate ] || commands=validate
  cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  case $cache:$java_home:${GENTRACE_OTEL_ARCHIVE:-on} in
    /*:/*:on) ;;
    *) return ;;
  esac
  # A JVM refuses another jar's or JVM's archive, so both are in the name: their paths, and the JVM's build.
  folder="$cache/gentrace-otel/start$java_home/$java_version$java_build$jar"
  if [ "$java_feature" -ge 25 ]; then
    archive_file=$folder/$commands.aot
    archive_use=-XX:AOTCache=
  else
    archive_file=$folder/$commands.jsa
    archive_use=-XX:SharedArchiveFile=
  fi
  # It bears the time of the jar that it was made from.
  if [ ! -f "$archive_file" ] || [ "$jar" -nt "$archive_file" ] || [ "$jar" -ot "$archive_file" ]; then
    make_archive || return 0
  fi
  # An empty one says that it cannot be made here. Another user's is code of another user.
  if [ -s "$archive_file" ] && [ -O "$archive_file" ]; then
    archive=$archive_use$archive_file
  fi
}

# Runs typical commands once and keeps the classes that they loaded. Another first run at the same time does no harm:
# each puts a complete file in place.
make_archive() {
  mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || return 1
  [ -t 2 ] && printf 'gentrace-otel: preparing a faster start with this Java (only now) ...\n' >&2
  new=$folder/new.$$
  if [ "$java_feature" -ge 25 ]; then
    train "-XX:AOTCacheOutput=$new"
  else
    # A whole archive is read faster than one on top of the JDK's own. Only G1 writes what the heap holds into it.
    train "-XX:DumpLoadedClassList=$new.list"
    "$java" -XX:+UseG1GC -Xshare:dump "-XX:SharedClassListFile=$new.list" "-XX:SharedArchiveFile=$new" -cp "$jar" \
      >/dev/null 2>&1 </dev/null
    rm -f "$new.list"
  fi
  [ -s "$new" ] || : 2>/dev/null >"$new" || return 1
  # On disk before it gets its name: a JVM does not survive half an archive.
  sync "$new" 2>/dev/null
  touch -r "$jar" "$new" 2>/dev/null && mv -f "$new" "$archive_file" 2>/dev/null
}

train() {
  # shellcheck disable=SC2086
  "$java" $java_options "$1" -cp "$jar" ai.gentrace.otel.cli.Training "$commands" >/dev/null 2>&1 </dev/null
}

# Little work is done for long enough to repay the second compiler or a parallel collector. An archive moved to a random
# address is an archive rewritten at each start. The JVM's own words must not reach standard output. picocli need not
# look for Groovy.
java_options='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData
  -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
  -XX:+DisplayVMOutputToStderr -Xlog:disable
  -Dpicocli.disable.closures=true'

# start JAR ARGUMENT...: becomes the program.
start() {
  jar=$1
  shift
  terminal=
  columns=${COLUMNS:-}
  [ -t 1 ] && terminal=out
  [ -t 2 ] && terminal=$terminal,err
  if [ -n "$terminal" ] && [ -z "$columns" ] && columns=$(stty size 2>/dev/null </dev/tty); then
    columns=${columns#* }
  fi
  # File names in UTF-8 reach the JVM unharmed only under a UTF-8 locale.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
    *)
      terminal=$terminal,ascii
      LC_ALL=C.UTF-8
      export LC_ALL
      ;;
  esac
  find_archive "$@"
  # Even the first compiler only pays for what runs often; a validate is mostly of a small file.
  compile_threshold=2
  [ "${1:-}" != validate ] || compile_threshold=10
  # shellcheck disable=SC2086
  exec "$java" $java_options "-XX:CompileThresholdScaling=$compile_threshold" ${archive:+"$archive"} \
    "-Dgentrace.otel.terminal=$terminal" "-Dgentrace.otel.columns=$columns" \
    -cp "$jar" ai.gentrace.otel.cli.Main "$@"
}
