#!/usr/bin/env bash
# check.sh PROGRAM: the recipes of deploy/ against one process, byte for byte; also where a task has to be done again. Slurm
# runs on this machine alone, with its files in a folder that goes; of Kubernetes and AWS Batch, only the commands run. Their
# checks stand in build/engines, with what they need of npm.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.."
program=$(readlink -f "$1")
out=$(mktemp -d)
command=("$program" build data/messengers -l flyer-a4 --lang all -f svg)
failures=0

stop_slurm() {
    local pid
    for pid in "$out"/slurm/*.pid; do
        [ ! -f "$pid" ] || kill "$(cat "$pid")" 2>/dev/null || true
    done
    sleep 1
    rm -rf "$out"
}
trap stop_slurm EXIT

# same NAME [FOLDER [OF]]: whether that engine wrote what one process did.
same() {
    if diff -rq -x 'manifest*' -x '*.d' "$out/${3:-one}" "$out/${2:-$1}"; then
        echo "$1: $(find "$out/${2:-$1}" -name '*.svg' -o -name '*.pdf' | wc -l) files, the same bytes"
    else
        failures=$((failures + 1))
    fi
}

start_slurm() {
    local host conf=$out/slurm/slurm.conf
    host=$(hostname -s)
    mkdir -p "$out/slurm/state" "$out/slurm/spool"
    chmod 755 "$out" "$out/slurm"
    head -c 32 /dev/urandom >"$out/slurm/key"
    chmod 400 "$out/slurm/key"
    cat >"$conf" <<END
ClusterName=local
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$out/slurm/munge
CredType=cred/munge
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=$out/slurm/state
SlurmdSpoolDir=$out/slurm/spool
SlurmctldPidFile=$out/slurm/control.pid
SlurmdPidFile=$out/slurm/node.pid
SlurmctldLogFile=$out/slurm/control.log
SlurmdLogFile=$out/slurm/node.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MailProg=/bin/true
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=$host Default=YES
END
    export SLURM_CONF=$conf
    munged --key-file="$out/slurm/key" --socket="$out/slurm/munge" --pid-file="$out/slurm/munge.pid" \
        --log-file="$out/slurm/munge.log" --seed-file="$out/slurm/seed" --force
    slurmctld
    slurmd
    for _ in {1..30}; do
        [ "$(sinfo -h -o %t)" != idle ] || return 0
        sleep 1
    done
    echo "Slurm does not start" >&2
    cat "$out"/slurm/*.log >&2
    return 1
}

"${command[@]}" -q -o "$out/one/{lang}.{ext}"
for shards in 1 4 7 64; do
    deploy/parallel "$shards" "${command[@]}" -q -o "$out/parallel-$shards/{lang}.{ext}"
    same "parallel-$shards"
    [ "$shards" = 1 ] || "$program" manifest merge -q "$out/parallel-$shards"/manifest-*.json
    cmp "$out/one/manifest.json" "$out/parallel-$shards/manifest.json" || failures=$((failures + 1))
done

# A handout for each of some towns, one of which is wrong.
mkdir "$out/towns"
cat >"$out/towns/dataset.json" <<'END'
{"format": 1, "id": "towns", "language": "en", "title": "Clinics in {town}",
 "records": {"id": {"key": true}, "town": {"required": true}, "beds": {"type": "number", "required": true}},
 "columns": [{"id": "n", "kind": "name", "title": "Clinic"}, {"id": "b", "kind": "number", "title": "Beds"}],
 "sections": [{"id": "s", "rows": [{"id": "r", "n": "Of {town}", "b": {"record": "beds"}}]}]}
END
{
    echo id,town,beds
    for town in {1..100}; do echo "t$town,Town $town,$((7 * town))"; done
    echo wrong,Nowhere,many
} >"$out/towns/towns.csv"
towns=("$program" build "$out/towns" -l flyer-a4 --records "$out/towns/towns.csv" -f pdf,svg -q)
"${towns[@]}" -o "$out/one-town/{record}.{ext}" 2>/dev/null || [ $? = 1 ]

make --silent -f deploy/Makefile -j "$(nproc)" BROADSIDE="$program" OUT="$out/make" FORMAT=svg >"$out/make.log"
same make
make --silent -q -f deploy/Makefile BROADSIDE="$program" OUT="$out/make" FORMAT=svg ||
    { echo "make: not done when nothing changed" >&2; failures=$((failures + 1)); }

# ninja names its outputs in an order of its own.
mkdir -p "$out/ninja/data"
cp -r data/messengers "$out/ninja/data"
ninja_pages() {
    PATH=$(dirname "$program"):$PATH BROADSIDE_RESOURCES=$PWD ninja -C "$out/ninja" -f "$PWD/deploy/build.ninja" "$@"
}
ninja_pages >"$out/ninja.log" || cat "$out/ninja.log" >&2
for language in fr de ar; do
    cmp "$out/one/$language.svg" "$out/ninja/output/$language.svg" || failures=$((failures + 1))
done
for changed in '' data/messengers/dataset.json data/messengers/locales/de.json; do
    [ -z "$changed" ] || touch "$out/ninja/$changed"
    if [ -n "$changed" ] && ninja_pages -n | grep -q 'no work to do'; then
        echo "ninja: nothing to do when $changed changed" >&2
        failures=$((failures + 1))
    fi
    ninja_pages >/dev/null
    ninja_pages -n | grep -q 'no work to do' ||
        { echo "ninja: not done when nothing changed" >&2; failures=$((failures + 1)); }
done

pages=(snakemake -s deploy/Snakefile --cores "$(nproc)" --config broadside="$program" out="$out/snakemake" format=svg)
"${pages[@]}" >"$out/snakemake.log" 2>&1 || cat "$out/snakemake.log" >&2
same snakemake
"${pages[@]}" -n 2>&1 | grep -q 'Nothing to be done' ||
    { echo "snakemake: not done when nothing changed" >&2; failures=$((failures + 1)); }

diff <(sed -n '/<!-- simulated -->/,/<!-- end -->/p' deploy/README.md | sed '1d;$d') <(python3 tests/engines/simulate.py) ||
    { echo "deploy/README.md: not what simulate.py prints" >&2; failures=$((failures + 1)); }

mkdir "$out/manifests"
PATH=$(dirname "$program"):$PATH BROADSIDE_RESOURCES=$PWD node build/engines/manifests.mjs deploy "$PWD" "$out/manifests" ||
    failures=$((failures + 1))
for engine in kubernetes aws-batch; do same "$engine" "manifests/$engine/output"; done

# The image has the packages that pages need, and of the libraries those that the program names (on Debian 12, as the image).
image_packages() {
    local library
    sed -n '/^render_packages=(/,/^)/p' run | sed '1d;$d' | tr -s ' ' '\n'
    echo libcairo2 libzip4 | tr ' ' '\n'
    for library in $(objdump -p "$program" | awk '/NEEDED/ {print $2}'); do
        dpkg -S "/usr/lib/$(uname -m)-linux-gnu/$library" "/lib/$(uname -m)-linux-gnu/$library" 2>/dev/null | sed 's/:.*//'
    done
}
if grep -q '^VERSION_ID="12"' /etc/os-release; then
    for package in $(image_packages | grep -vxE 'libc6|libgcc-s1'); do
        grep -qw -- "$package" deploy/Containerfile ||
            { echo "deploy/Containerfile: without $package" >&2; failures=$((failures + 1)); }
    done
fi

# What fails for now in one shard, or is killed in another, is done again; what is wrong with the input is not.
cat >"$out/flaky" <<END
#!/bin/sh
case "\$*" in
    *--shard\ 2/*) mkdir "$out/tried-\${SLURM_ARRAY_JOB_ID:-}" 2>/dev/null && exit 6 ;;
    *--shard\ 3/*)
        if mkdir "$out/killed-\${SLURM_ARRAY_JOB_ID:-}" 2>/dev/null; then
            timeout -s KILL 0.2 "\$@"
            kill -9 \$\$
        fi
        ;;
esac
exec "\$@"
END
chmod +x "$out/flaky"
PAUSES="0 0" deploy/parallel 4 "$out/flaky" "${command[@]}" -q -o "$out/parallel-again/{lang}.{ext}"
same parallel-again

for shards in 3 64; do
    deploy/parallel "$shards" "${towns[@]}" -o "$out/towns-$shards/{record}.{ext}" 2>/dev/null || true
    same "parallel-records-$shards" "towns-$shards" one-town
done

start_slurm
for shards in 1 7 64; do
    sbatch --quiet --wait --array="1-$shards" -o "$out/slurm/%A_%a.txt" deploy/slurm.sbatch \
        "$shards" "${command[@]}" -o "$out/slurm-$shards/{lang}.{ext}"
    same "slurm-$shards"
done
sbatch --quiet --wait --array=1-5 -o "$out/slurm/%A_%a.txt" deploy/slurm.sbatch \
    5 "${towns[@]}" -o "$out/slurm-towns/{record}.{ext}" || true
same slurm-records slurm-towns one-town
sbatch --quiet --wait --array=1-4 -o "$out/slurm/%A_%a.txt" deploy/slurm.sbatch \
    4 "$out/flaky" "${command[@]}" -o "$out/slurm-again/{lang}.{ext}"
same slurm-again
# One shard put back by itself is the same one of as many.
sbatch --quiet --wait --array=2 -o "$out/slurm/%A_%a.txt" deploy/slurm.sbatch \
    4 "${command[@]}" -o "$out/slurm-one/{lang}.{ext}"
cmp "$out/slurm-again/manifest-2-of-4.json" "$out/slurm-one/manifest-2-of-4.json" || failures=$((failures + 1))
if sh deploy/slurm.sbatch true 2>/dev/null; then
    echo "slurm: done without a number of shards" >&2
    failures=$((failures + 1))
fi
if sbatch --quiet --wait --array=1-2 -o /dev/null deploy/slurm.sbatch 2 "$program" build nowhere -l flyer-a4; then
    echo "slurm: done without a dataset" >&2
    failures=$((failures + 1))
fi
echo "engines: $failures faults"
[ "$failures" = 0 ]
