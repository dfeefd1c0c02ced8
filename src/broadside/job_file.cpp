#include "broadside/job_file.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/load/load.hpp"
#include "broadside/paths.hpp"

namespace broadside {

namespace {

using Kind = model::JobWord::Kind;

constexpr std::string_view kDataset = "dataset";

std::vector<std::string_view> option_names() {
    std::vector<std::string_view> names;
    for (const Option& option : options()) names.push_back(option.name);
    std::sort(names.begin(), names.end());
    return names;
}

const Option* find_option(std::string_view name) {
    for (const Option& option : options()) {
        if (option.name == name) return &option;
    }
    return nullptr;
}

bool takes_list(const Option& option) {
    return option.takes == Takes::Words || option.takes == Takes::Paths ||
           option.takes == Takes::Layouts;
}

bool is_path(const Option& option, std::string_view word) {
    switch (option.takes) {
        case Takes::Word:
        case Takes::Words: return false;
        case Takes::Path:
        case Takes::Paths: return true;
        // A bare name is looked up in several folders.
        case Takes::Layouts: return word.find('/') != word.npos || word.ends_with(".json");
    }
    return false;
}

class JobReader {
public:
    JobReader(const std::string& path, std::string_view bytes,
              const std::vector<const Option*>& given)
        : path_(path), folder_(folder_of(path)), bytes_(bytes), given_(given) {}

    Job read(const model::JobEntry& entry, const Job& base) {
        Job job = base;
        job.job_file = path_;
        // What is named first is searched first, and `base` comes from farther away.
        job.resources.clear();
        for (const model::JobSetting& setting : entry.settings) {
            if (setting.option == kDataset) {
                set_dataset(setting, job);
            } else if (const Option* option = find_option(setting.option); !is_given(option)) {
                set(*option, setting, job);
            }
        }
        job.resources.insert(job.resources.end(), base.resources.begin(), base.resources.end());
        return job;
    }

    std::vector<Diagnostic> take_errors() { return std::move(errors_); }

private:
    bool is_given(const Option* option) const {
        return std::find(given_.begin(), given_.end(), option) != given_.end();
    }

    /// "-" is no path.
    std::string from_here(const std::string& path) const {
        return path == kStandardStream ? path : joined(folder_, path);
    }

    void set_dataset(const model::JobSetting& setting, Job& job) {
        if (setting.is_list || setting.words.front().kind != Kind::Text) {
            refuse(setting.pointer, "expected one dataset, as a string");
            return;
        }
        job.dataset = from_here(setting.words.front().text);
    }

    void set(const Option& option, const model::JobSetting& setting, Job& job) {
        if (setting.is_list && !takes_list(option)) {
            refuse(setting.pointer, "expected one value, got an array");
            return;
        }
        for (const model::JobWord& word : setting.words) {
            const bool is_switch = option.value.empty();
            if (is_switch != (word.kind == Kind::Flag)) {
                refuse(word.pointer,
                       fmt::format("expected {}, got {}",
                                   is_switch ? "true or false" : "a string or a number",
                                   word.kind == Kind::Text ? '"' + word.text + '"' : word.text));
            } else if (word.text != "false" || !is_switch) {
                set_word(option, word, job);
            }
        }
    }

    void set_word(const Option& option, const model::JobWord& word, Job& job) {
        const std::string text = is_path(option, word.text) ? from_here(word.text) : word.text;
        auto error = option.set(job, text);
        if (!error) return;
        // The pointer names the option.
        const std::string flag = fmt::format("--{}: ", option.name);
        if (error->message.starts_with(flag)) error->message.erase(0, flag.size());
        add(*std::move(error), word.pointer);
    }

    void refuse(const std::string& pointer, std::string message) {
        Diagnostic diagnostic;
        diagnostic.code = "wrong-type";
        diagnostic.message = std::move(message);
        add(std::move(diagnostic), pointer);
    }

    void add(Diagnostic diagnostic, const std::string& pointer) {
        diagnostic.file = path_;
        diagnostic.pointer = pointer;
        load::locate(diagnostic, bytes_);
        errors_.push_back(std::move(diagnostic));
    }

    const std::string& path_;
    std::string folder_;
    std::string_view bytes_;
    const std::vector<const Option*>& given_;
    std::vector<Diagnostic> errors_;
};

}  // namespace

Result<std::vector<Job>> read_job_file(const std::string& path, const Job& base,
                                       const std::vector<const Option*>& given, FileStore& files) {
    const auto bytes = files.read(path);
    if (!bytes) return bytes.diagnostics();
    const auto names = option_names();
    const auto file = load::load_job_file({path, *bytes}, names);
    if (!file) return file.diagnostics();
    JobReader reader(path, *bytes, given);
    std::vector<Job> jobs;
    for (const model::JobEntry& entry : file->jobs) jobs.push_back(reader.read(entry, base));
    if (auto errors = reader.take_errors(); !errors.empty()) return errors;
    return jobs;
}

}  // namespace broadside
