
case $0 in
  /*) self=$0 ;;
  *) self=$PWD/$0 ;;
esac
find_java
start "$self" "$@"
exit 3
