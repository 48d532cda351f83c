# Sourced by the scripts: steps that show where they are, keep their words in a log, and fail in one line that says what to do.
# The caller stands in the repository's root.
logs=build/logs
mkdir -p "$logs" 2>/dev/null || { echo "Nothing can be written in $PWD: give yourself the right to, or clone somewhere else." >&2; exit 1; }

step() { printf '==> %s (%ss)\n' "$1" "$SECONDS"; }

# mb_free FOLDER: megabytes free on its file system.
mb_free() { df -Pm "$1" | awk 'NR == 2 {print $4}'; }

# need_room MB WHAT FOLDER: ends in one line when there is less.
need_room() {
  local free
  free=$(mb_free "$3")
  [ "$free" -ge "$1" ] || { echo "The disk of $3 is nearly full: $2 needs $1 MB and $free MB are free. Make room there and run this again." >&2; exit 1; }
}

# first_cause LOG: what went wrong, in one line, from what cmake, ninja, apt or a compiler wrote.
first_cause() {
  if grep -qiE 'no space left on device|not have enough free space|disk quota exceeded' "$1"; then
    echo "the disk is full ($(mb_free .) MB are free here): make room and run this again."
  elif grep -qE "Killed signal terminated program|Cannot allocate memory" "$1"; then
    echo "the machine ran out of memory: close other programs and run this again."
  else
    awk '/^CMake Error/ {found = 1; next} found && NF {sub(/^ +/, ""); print; exit}
         /(^|: )(fatal )?error: / || /^E: / || /^ninja: error/ {print; exit}' "$1" | cut -c1-300 | grep . || tail -n 1 "$1"
  fi
}

# quietly NAME COMMAND…: runs it with its words in build/logs/NAME.log; on failure one line says the cause.
quietly() {
  local log=$logs/$1.log
  shift
  "$@" >"$log" 2>&1 && return 0
  printf '%s\n' "$(first_cause "$log")" >&2
  echo "    (all of it: $log)" >&2
  return 1
}

# configure PRESET [what cmake takes]
configure() { quietly "configure-$1" cmake --preset "$@" || { echo "Configuring $1 failed." >&2; return 1; }; }

# build PRESET [TARGET…]: on a terminal ninja's own moving line; elsewhere a line every quarter of a minute, and at a failure what the
# compiler says.
build() {
  local preset=$1 log=$logs/build-$1.log command status=0
  shift
  command=(cmake --build --preset "$preset")
  [ $# -eq 0 ] || command+=(--target "$@")
  need_room 300 "building" .
  export NINJA_STATUS="    [%f/%t %es] "
  if [ -t 1 ]; then
    "${command[@]}" && return 0
    [ "$(mb_free .)" -ge 20 ] || echo "Building failed: the disk is full. Make room and run this again." >&2
    return 1
  fi
  "${command[@]}" >"$log" 2>&1 &
  local builder=$! shown=$SECONDS
  while kill -0 "$builder" 2>/dev/null; do
    sleep 0.5
    if [ $((SECONDS - shown)) -ge 15 ]; then
      grep -o '^ *\[[0-9]*/[0-9]* [^]]*\]' "$log" | tail -n 1 || true
      shown=$SECONDS
    fi
  done
  wait "$builder" || status=$?
  [ "$status" -eq 0 ] && return 0
  grep -vE '^ *\[[0-9]+/[0-9]+ ' "$log" | tail -n 60 >&2
  echo "Building failed: $(first_cause "$log")" >&2
  return 1
}
