#include "broadside/job_file.hpp"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/batch/batch.hpp"
#include "broadside/job/job_value.hpp"
#include "broadside/job/paths.hpp"
#include "broadside/load/load.hpp"

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

/// The words that a value is made of, as the job has them; one empty word, where it is no list.
std::vector<std::string> words_of(const Option& option, const std::string& value) {
    Job job;
    option.set(job, value);
    for (const auto* list : {&job.layouts, &job.languages, &job.formats}) {
        if (!list->empty()) return *list;
    }
    return {""};
}

class JobReader {
public:
    JobReader(const std::string& path, std::shared_ptr<const std::string> text,
              const std::vector<const Option*>& given)
        : path_(path), folder_(folder_of(path)), text_(std::move(text)), given_(given) {}

    /// With the default in place of what is wrong.
    Job read(const model::JobEntry& entry, const Job& base) {
        Job job = base;
        job.origin = {path_, entry.pointer, text_};
        for (const Option* option : given_)
            job.origin.values.push_back({std::string(option->name), "", ""});
        // What is named first is searched first, and `base` comes from farther away.
        job.resources.clear();
        for (const model::JobSetting& setting : entry.settings) {
            if (setting.option == kDataset) {
                set_dataset(setting, job);
            } else if (const Option* option = find_option(setting.option);
                       option != nullptr && !is_given(option)) {
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
        job.origin.values.push_back({setting.option, "", setting.pointer});
        const bool is_text = setting.words.size() == 1 && setting.words.front().kind == Kind::Text;
        if (setting.is_list || !is_text) {
            refuse(setting.pointer, "expected one dataset, as a string");
        } else if (!setting.words.front().text.empty()) {
            job.dataset = from_here(setting.words.front().text);
        }
    }

    void set(const Option& option, const model::JobSetting& setting, Job& job) {
        job.origin.values.push_back({setting.option, "", setting.pointer});
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
        for (std::string& part : words_of(option, text))
            job.origin.values.push_back({std::string(option.name), std::move(part), word.pointer});
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
        load::locate(diagnostic, *text_);
        errors_.push_back(std::move(diagnostic));
    }

    const std::string& path_;
    std::string folder_;
    std::shared_ptr<const std::string> text_;
    const std::vector<const Option*>& given_;
    std::vector<Diagnostic> errors_;
};

/// Whether the problem follows from one of `errors`: of the same value, or of a key that nobody
/// knows, which may be the one that the job lacks.
bool is_followed(const Diagnostic& problem, const std::vector<Diagnostic>& errors) {
    return std::any_of(errors.begin(), errors.end(), [&](const Diagnostic& error) {
        if (error.file != problem.file || problem.pointer.empty()) return false;
        const bool is_unknown_key = error.code == "unknown-key";
        return error.pointer == problem.pointer ||
               (is_unknown_key && folder_of(error.pointer) == problem.pointer);
    });
}

void add_new(std::vector<Diagnostic> found, std::vector<Diagnostic>& errors) {
    const std::vector<Diagnostic> before = errors;
    for (Diagnostic& problem : found) {
        if (!is_followed(problem, before)) errors.push_back(std::move(problem));
    }
}

/// What else must be mended in the file, and in the files that its jobs name.
std::vector<Diagnostic> problems_of(const std::vector<Job>& jobs, FileStore& files) {
    std::vector<Diagnostic> problems;
    batch::plan(jobs, files, problems);
    return problems;
}

}  // namespace

Result<std::vector<Job>> read_job_file(const std::string& path, const Job& base,
                                       const std::vector<const Option*>& given, FileStore& files) {
    auto bytes = files.read(path);
    if (!bytes) return bytes.diagnostics();
    const auto text = std::make_shared<const std::string>(std::move(bytes).value());
    const auto names = option_names();
    std::vector<Diagnostic> errors;
    const model::JobFile file = load::load_job_file({path, *text}, names, errors);
    JobReader reader(path, text, given);
    std::vector<Job> jobs;
    for (const model::JobEntry& entry : file.jobs) jobs.push_back(reader.read(entry, base));
    add_new(reader.take_errors(), errors);
    if (errors.empty()) return jobs;
    add_new(problems_of(jobs, files), errors);
    sort_by_place(errors, path);
    return errors;
}

}  // namespace broadside
