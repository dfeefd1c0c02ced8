#pragma once

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "emit/tool.hpp"
#include "support/temporary_folder.hpp"

/// Chromium as the reader of a finished file, over its DevTools protocol.
namespace broadside::testing {

/// What assistive technology is told of an element: WAI-ARIA's role, name and description, and what
/// is in it.
struct Accessible {
    std::string role;
    std::string name;
    std::string description;
    std::vector<Accessible> children;

    /// The elements of this role inside, in reading order.
    std::vector<const Accessible*> all(const std::string& wanted) const {
        std::vector<const Accessible*> found;
        for (const Accessible& child : children) {
            if (child.role == wanted) found.push_back(&child);
            const auto inner = child.all(wanted);
            found.insert(found.end(), inner.begin(), inner.end());
        }
        return found;
    }
};

class Browser {
public:
    Browser() {
        if (!test::has_tool("chromium"))
            throw std::runtime_error("this test needs the program chromium: install chromium");
        start();
        const auto target = call("Target.createTarget", {{"url", "about:blank"}});
        session_ =
            call("Target.attachToTarget", {{"targetId", target.at("targetId")}, {"flatten", true}})
                .at("sessionId");
        call("Page.enable");
        call("Accessibility.enable");
    }
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;
    ~Browser() {
        close(commands_);
        // Without its commands the browser ends by itself.
        waitpid(process_, nullptr, 0);
        close(answers_);
    }

    /// Opens a file, in a window as wide as a desk's, and waits until it is shown.
    void open(const std::string& path) {
        widen(1280);
        prefer("light");
        loaded_ = false;
        call("Page.navigate", {{"url", "file://" + path}});
        while (!loaded_) receive();
    }

    /// How wide the window is, in CSS pixels.
    void widen(int width) {
        call("Emulation.setDeviceMetricsOverride",
             {{"width", width}, {"height", 800}, {"deviceScaleFactor", 1}, {"mobile", false}});
    }

    /// What the system is said to be, "light" or "dark"; and the medium, where it is another than
    /// it is.
    void prefer(const std::string& scheme, const std::string& medium = "") {
        call("Emulation.setEmulatedMedia",
             {{"media", medium},
              {"features", {{{"name", "prefers-color-scheme"}, {"value", scheme}}}}});
    }

    /// The system has few colours, which its user has chosen.
    void force_colours() {
        call("Emulation.setEmulatedMedia",
             {{"features", {{{"name", "forced-colors"}, {"value", "active"}}}}});
    }

    /// A PDF of what is shown, on the pages that it asks for.
    std::string print() {
        const auto printed =
            call("Page.printToPDF", {{"preferCSSPageSize", true}, {"printBackground", true}});
        return from_base64(printed.at("data"));
    }

    /// What the window shows, as a PNG in base64.
    std::string picture() { return call("Page.captureScreenshot").at("data"); }

    /// The page, as assistive technology is told of it.
    Accessible accessible() {
        const auto nodes = call("Accessibility.getFullAXTree").at("nodes");
        std::map<std::string, const nlohmann::json*> by_id;
        for (const auto& node : nodes) by_id[node.at("nodeId")] = &node;
        Accessible page;
        add(nodes.at(0), by_id, page.children);
        return page;
    }

    /// The page as a PDF, in base64.
    std::string printed() { return call("Page.printToPDF").at("data"); }

    /// The value of an expression of JavaScript, or what it promises.
    nlohmann::json evaluate(const std::string& expression) {
        const auto answer =
            call("Runtime.evaluate",
                 {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
        if (answer.contains("exceptionDetails")) throw std::runtime_error(answer.dump());
        return answer.at("result").value("value", nlohmann::json());
    }

private:
    static std::string from_base64(const std::string& text) {
        const std::string_view digits =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string bytes;
        unsigned bits = 0, count = 0;
        for (const char c : text) {
            const std::size_t value = digits.find(c);
            if (value == std::string_view::npos) break;
            bits = bits << 6 | static_cast<unsigned>(value);
            if ((count += 6) >= 8) bytes += static_cast<char>(bits >> (count -= 8) & 0xFF);
        }
        return bytes;
    }

    // Where the protocol has its pipes in the browser, and where ours are out of their way.
    static constexpr int kBrowserReads = 3, kBrowserWrites = 4, kFirstFree = 10;

    static int out_of_the_way(int file) {
        const int copy = fcntl(file, F_DUPFD_CLOEXEC, kFirstFree);
        close(file);
        return copy;
    }

    void start() {
        int commands[2], answers[2];
        if (pipe(commands) != 0 || pipe(answers) != 0) throw std::runtime_error("no pipes");
        const int browser_reads = out_of_the_way(commands[0]);
        commands_ = out_of_the_way(commands[1]);
        answers_ = out_of_the_way(answers[0]);
        const int browser_writes = out_of_the_way(answers[1]);
        const std::string profile = "--user-data-dir=" + profile_.path();
        const char* const arguments[] = {"chromium",
                                         "--headless",
                                         "--no-sandbox",
                                         "--disable-gpu",
                                         "--disable-quic",
                                         "--no-first-run",
                                         "--disable-background-networking",
                                         "--disable-component-update",
                                         "--disable-sync",
                                         "--disable-dev-shm-usage",
                                         "--remote-debugging-pipe",
                                         profile.c_str(),
                                         nullptr};
        process_ = fork();
        if (process_ == 0) {
            dup2(browser_reads, kBrowserReads);
            dup2(browser_writes, kBrowserWrites);
            const int silence = ::open("/dev/null", O_RDWR);
            for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
                dup2(silence, stream);
            execvp(arguments[0], const_cast<char* const*>(arguments));
            _exit(127);
        }
        close(browser_reads);
        close(browser_writes);
    }

    nlohmann::json call(const std::string& method,
                        nlohmann::json parameters = nlohmann::json::object()) {
        nlohmann::json command{{"id", ++last_id_}, {"method", method}, {"params", parameters}};
        if (!session_.empty()) command["sessionId"] = session_;
        const std::string text = command.dump();
        const auto size = static_cast<ssize_t>(text.size() + 1);
        if (write(commands_, text.c_str(), text.size() + 1) != size)
            throw std::runtime_error("chromium takes no command");
        while (true) {
            const nlohmann::json answer = receive();
            if (answer.value("id", 0) != last_id_) continue;
            if (answer.contains("error")) throw std::runtime_error(answer.dump());
            return answer.at("result");
        }
    }

    /// The next message; each ends with a NUL.
    nlohmann::json receive() {
        constexpr int kPatience = 120 * 1000;  // milliseconds, on a busy machine
        std::size_t end = 0;
        while ((end = received_.find('\0')) == std::string::npos) {
            pollfd ready{answers_, POLLIN, 0};
            char buffer[1 << 16];
            const ssize_t size =
                poll(&ready, 1, kPatience) > 0 ? read(answers_, buffer, sizeof buffer) : 0;
            if (size <= 0) throw std::runtime_error("chromium does not answer");
            received_.append(buffer, static_cast<std::size_t>(size));
        }
        const auto message = nlohmann::json::parse(received_.substr(0, end));
        received_.erase(0, end + 1);
        if (message.value("method", "") == "Page.loadEventFired") loaded_ = true;
        return message;
    }

    /// What is ignored gives its place to what is in it.
    static void add(const nlohmann::json& node,
                    const std::map<std::string, const nlohmann::json*>& by_id,
                    std::vector<Accessible>& siblings) {
        const auto value = [&](const char* key) {
            return node.contains(key) ? node.at(key).value("value", "") : std::string();
        };
        std::vector<Accessible>* children = &siblings;
        if (!node.value("ignored", false)) {
            siblings.push_back({value("role"), value("name"), value("description"), {}});
            children = &siblings.back().children;
        }
        for (const auto& id : node.value("childIds", nlohmann::json::array())) {
            const auto child = by_id.find(id);
            if (child != by_id.end()) add(*child->second, by_id, *children);
        }
    }

    TemporaryFolder profile_;
    pid_t process_ = -1;
    int commands_ = -1, answers_ = -1;
    std::string received_;
    std::string session_;
    int last_id_ = 0;
    bool loaded_ = false;
};

/// One for all tests of a program: it takes longer to start than most of them.
inline Browser& browser() {
    static Browser browser;
    return browser;
}

}  // namespace broadside::testing
