"""simulate.py: how long a million documents take as 1 to 1,000 shards, where machines are not equally fast and get lost.

Prints the table of deploy/README.md, whose text says what is measured and what is assumed. Nothing here asks the clock or
the machine, so that it prints the same everywhere.
"""
import math
import random
import statistics

DOCUMENTS = 1_000_000
SECONDS_PER_DOCUMENT = 0.0040  # measured: a page like the flyer, tagged, of a record
SECONDS_PER_RECORD_READ = 0.0000035  # measured: what a shard spends on each record, whoever makes it
START = 5.0  # assumed: a task until the program runs, with its container
SPREAD = 0.15  # assumed: standard deviation of the logarithm of a machine's speed
SLOW_SHARE, SLOW_FACTOR = 0.02, 3.0  # assumed: machines that have a bad neighbour
HOURS_TO_LOSS = 50.0  # assumed: a machine is lost once in so many hours; what its shard has made stays
RUNS = 200


def shard_seconds(documents, chance):
    """The wall time of one shard, with all tasks that it took."""
    total, left = 0.0, float(documents)
    while True:
        speed = math.exp(chance.gauss(0, SPREAD)) * (SLOW_FACTOR if chance.random() < SLOW_SHARE else 1)
        reading = START + speed * SECONDS_PER_RECORD_READ * DOCUMENTS
        needed = reading + speed * SECONDS_PER_DOCUMENT * left
        lost_after = chance.expovariate(1 / (3600 * HOURS_TO_LOSS))
        if lost_after >= needed:
            return total + needed
        total += lost_after
        left -= max(0.0, lost_after - reading) / (speed * SECONDS_PER_DOCUMENT)


def spelled(seconds):
    return f"{seconds / 60:.1f} min" if seconds >= 100 else f"{seconds:.0f} s"


def main():
    print("| shards | all done after | in 19 of 20 runs before | machine time | of which pages |")
    print("|---:|---:|---:|---:|---:|")
    for shards in (1, 10, 100, 300, 1000):
        chance = random.Random(shards)
        ends, machine = [], []
        for _ in range(RUNS):
            times = [shard_seconds(DOCUMENTS / shards, chance) for _ in range(shards)]
            ends.append(max(times))
            machine.append(sum(times))
        ends.sort()
        pages = DOCUMENTS * SECONDS_PER_DOCUMENT / statistics.fmean(machine)
        print(
            f"| {shards:,} | {spelled(statistics.median(ends))} | {spelled(ends[int(RUNS * 0.95)])} "
            f"| {statistics.fmean(machine) / 3600:.1f} h | {pages:.0%} |"
        )


if __name__ == "__main__":
    main()
