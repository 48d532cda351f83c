#!/usr/bin/env bash
# greenline-venue on a system that lies in a folder: what setup puts there, that undo leaves every byte as it was, what it does with
# what somebody changed meanwhile, and that whatever interrupts it can be gone on with. Needs no root: the kiosk's user is there already
# (tests/fresh/venue_run makes it anew, in a real Debian).
# usage: venue_test.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
venue=$PWD/packaging/greenline-venue
root=$(mktemp -d "${TMPDIR:-/tmp}/greenline-venue.XXXXXX")
trap 'rm -rf "$root"' EXIT

failed=
wrong() { echo "WRONG: $*" >&2; failed=1; }
tree() { (cd "$root" && find etc var -mindepth 1 -printf '%p %y %m %l\n' -type f -exec sha256sum {} \; | sort); }
conf=$root/etc/systemd/system/getty@tty1.service.d/greenline.conf

make_system() {
  rm -rf "${root:?}"/*
  mkdir -p "$root"/etc/systemd/system "$root"/etc/X11/xorg.conf.d "$root"/var/lib/dpkg "$root/home"
  printf 'root:x:0:0::/root:/bin/sh\ngreenline:x:%s:%s::/home/greenline:/usr/libexec/greenline/venue-session\nsomebody:x:7:7::/:/bin/sh\n' \
    "$(id -u)" "$(id -g)" >"$root/etc/passwd"
  ln -s /lib/systemd/system/a-manager.service "$root/etc/systemd/system/display-manager.service"
  printf 'Section "ServerFlags"\nEndSection\n' >"$root/etc/X11/xorg.conf.d/50-greenline.conf"
  : >"$root/var/lib/dpkg/status"
  for package in xserver-xorg-core xserver-xorg-input-libinput xinit xauth libpam-systemd dbus-user-session; do
    printf 'Package: %s\nStatus: install ok installed\nVersion: 1\nArchitecture: all\nMaintainer: a\nDescription: a\n\n' $package >>"$root/var/lib/dpkg/status"
  done
}
setup() { "$venue" setup --root "$root" "$@" >"$root/said" 2>&1; }
undo() { "$venue" undo --root "$root" >"$root/said" 2>&1; }
check() { "$venue" check --root "$root" >"$root/said" 2>&1; }

make_system
before=$(tree)
! check || wrong "check found a kiosk where none is"
setup --run '--activity finding-our-place --wall HDMI-2' || wrong "setup: $(cat "$root/said")"
check || wrong "check after setup: $(cat "$root/said")"
grep -q -- '--autologin greenline ' "$conf" || wrong "nobody is logged in"
grep -qx 'GREENLINE_RUN=--activity finding-our-place --wall HDMI-2' "$root/etc/greenline/venue.conf" || wrong "it starts something else"
[ ! -L "$root/etc/systemd/system/display-manager.service" ] || wrong "the display manager is still there"
after=$(tree)
setup || wrong "setup a second time"
[ "$(tree)" = "$after" ] || wrong "a second setup changed something: $(diff <(echo "$after") <(tree))"
setup --run '--table' || wrong "setup with other options"
grep -qx 'GREENLINE_RUN=--table' "$root/etc/greenline/venue.conf" || wrong "other options were not taken"
undo || wrong "undo: $(cat "$root/said")"
[ "$(tree)" = "$before" ] || wrong "undo left a difference: $(diff <(echo "$before") <(tree))"
undo || wrong "undo of nothing"

# What somebody changed meanwhile is theirs.
setup
echo '# mine' >>"$conf"
! setup || wrong "setup wrote over what somebody changed"
grep -q "$(basename "$conf"): somebody changed it" "$root/said" || wrong "setup did not say which: $(cat "$root/said")"
! undo || wrong "undo said that all is as it was"
grep -q "$(basename "$conf"): somebody changed it" "$root/said" || wrong "undo did not say which: $(cat "$root/said")"
grep -q '# mine' "$conf" || wrong "undo took away what somebody wrote"
rm "$conf"
undo || wrong "undo, when that is gone: $(cat "$root/said")"
[ "$(tree)" = "$before" ] || wrong "undo after a change left a difference: $(diff <(echo "$before") <(tree))"

# Refused before anything is touched.
! setup --user somebody || wrong "somebody's own account became the kiosk's"
! setup --user 'a;b' || wrong "a name that is none was taken"
sed -i '/^Package: xinit$/,/^$/d' "$root/var/lib/dpkg/status"
! setup || wrong "it was set up without xinit"
grep -q 'apt install.* xinit' "$root/said" || wrong "it did not say what to install: $(cat "$root/said")"
make_system
[ "$(tree)" = "$before" ] || wrong "what was refused left something: $(diff <(echo "$before") <(tree))"

# Killed at any moment, by a command that ends the script when it comes for the nth time, and does its own work a little later, as on
# a slow machine; then run again, or taken back.
mkdir "$root/bin"
for tool in mv cp ln mkdir sync rm; do
  # shellcheck disable=SC2016  # that script's own
  printf '#!/bin/sh\nn=$(($(cat "%s/count") - 1)); echo $n >"%s/count"; [ $n -ne 0 ] || { kill -9 $PPID; sleep 0.05; }; exec /bin/%s "$@"\n' "$root" "$root" $tool >"$root/bin/$tool"
  chmod 755 "$root/bin/$tool"
done
killed() { echo "$1" >"$root/count"; PATH=$root/bin:$PATH "$venue" "$2" --root "$root" >"$root/said" 2>&1; }
interrupted=0
for ((n = 1; n < 400; n += 1 + n / 4)); do
  # What is killed says so: that is the point here.
  { ! killed $n setup || break; } 2>/dev/null
  interrupted=$((interrupted + 1))
  if [ $((interrupted % 2)) = 0 ]; then setup || wrong "setup after a kill at step $n: $(cat "$root/said")"; fi
  { killed $((n / 2 + 1)) undo || true; } 2>/dev/null
  undo || wrong "undo after a kill at step $n: $(cat "$root/said")"
  [ "$(tree)" = "$before" ] || wrong "a kill at step $n left a difference: $(diff <(echo "$before") <(tree))"
done
[ $interrupted -gt 5 ] || wrong "setup was killed $interrupted times only"
[ -z "$failed" ] && echo "    ok: set up, taken back, and killed $interrupted times"
