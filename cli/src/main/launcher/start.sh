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
  java_home=${java%/bin/java}
  if [ -r "$java_home/release" ]; then
    while IFS='=' read -r key value; do
      case $key in
        JAVA_VERSION)
          value=${value#\"}
          java_version=${value%\"}
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

# start JAR ARGUMENT...: becomes the program.
start() {
  jar=$1
  shift
  terminal=
  columns=
  [ -t 1 ] && terminal=out
  [ -t 2 ] && terminal=$terminal,err
  if [ -n "$terminal" ]; then
    columns=${COLUMNS:-}
    if [ -z "$columns" ] && columns=$(stty size 2>/dev/null </dev/tty); then
      columns=${columns#* }
    fi
  fi
  # File names in UTF-8 reach the JVM unharmed only under a UTF-8 locale.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
    *)
      LC_ALL=C.UTF-8
      export LC_ALL
      ;;
  esac
  exec "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr \
    "-Dgentrace.otel.terminal=$terminal" "-Dgentrace.otel.columns=$columns" \
    -cp "$jar" ai.gentrace.otel.cli.Main "$@"
}
