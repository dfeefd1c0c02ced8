#include "bench/process.hpp"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace broadside::bench {

namespace {

[[noreturn]] void become(const Command& command) {
    for (const auto& [name, value] : command.environment) setenv(name.c_str(), value.c_str(), 1);
    const int null = open("/dev/null", O_WRONLY);
    dup2(null, STDOUT_FILENO);
    if (command.errors == Errors::Dropped) dup2(null, STDERR_FILENO);
    std::vector<char*> arguments;
    arguments.reserve(command.words.size() + 1);
    for (const std::string& word : command.words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    std::perror(arguments[0]);
    _exit(127);
}

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

[[noreturn]] void give_up(const Command& command) {
    std::perror(command.words.front().c_str());
    std::exit(2);
}

}  // namespace

Costs costs_of(const Command& command) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child < 0) give_up(command);
    if (child == 0) become(command);
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child) give_up(command);
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), wall.count(),
            static_cast<double>(usage.ru_maxrss), WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

}  // namespace broadside::bench
