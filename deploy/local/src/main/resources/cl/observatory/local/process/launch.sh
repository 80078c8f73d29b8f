# Arguments: the pid file, then the command that this shell becomes.
set -eu
umask 077
# A core dump would hold passwords and rows.
ulimit -c 0
pid_file=$1
shift
read -r stat <"/proc/$$/stat"
read -r boot </proc/sys/kernel/random/boot_id
# After the program's name in brackets, the start in ticks is the 20th field.
started=$(set -- ${stat##*) } && echo "${20}")
echo "$$ $started $boot" >"$pid_file.new"
mv -f "$pid_file.new" "$pid_file"
exec "$@"
