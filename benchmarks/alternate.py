"""Runs commands in turns and prints the median wall and CPU time of each, and their ratios to the first.

    alternate.py RUNS NAME 'COMMAND' NAME 'COMMAND' ...

Commands are split at spaces as a shell would. Exits 1 if a command fails, or if the commands do not
print the same.
"""

import resource
import shlex
import statistics
import subprocess
import sys
import time


def measure(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit(f"{shlex.join(command)}\nended with exit code {done.returncode}:\n{done.stderr}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, done.stdout


def main():
    runs = int(sys.argv[1])
    names, commands = sys.argv[2::2], sys.argv[3::2]
    walls = [[] for _ in names]
    cpus = [[] for _ in names]
    for run in range(-1, runs):  # the first one only warms the disk's cache
        answers = set()
        for index, command in enumerate(commands):
            wall, cpu, answer = measure(shlex.split(command))
            answers.add(answer)
            if run >= 0:
                walls[index].append(wall)
                cpus[index].append(cpu)
        if len(answers) != 1:
            sys.exit(f"The commands do not print the same: {sorted(answers)}")
    print(f"{'median of ' + str(runs):24} {'wall':>10} {'ratio':>6} {'cpu':>10} {'ratio':>6}")
    for index, name in enumerate(names):
        wall, cpu = statistics.median(walls[index]), statistics.median(cpus[index])
        wall_ratio = wall / statistics.median(walls[0])
        cpu_ratio = cpu / statistics.median(cpus[0])
        print(f"{name:24} {wall * 1000:7.0f} ms {wall_ratio:6.2f} {cpu * 1000:7.0f} ms {cpu_ratio:6.2f}")


main()
