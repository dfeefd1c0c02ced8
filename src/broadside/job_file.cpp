#include "broadside/job_file.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/batch/plan.hpp"
#include "broadside/batch/web_bundle.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/job/input.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/options/job_value.hpp"

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

bool is_path(const Option& option, std::string_view word) {
    switch (option.takes) {
        case Takes::Word:
        case Takes::Words: return false;
        case Takes::Path:
        case Takes::Paths: return true;
        case Takes::Layouts: return is_layout_path(word);
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

/// Calls `visit` for every job of a file, every setting and every word.
template <typename Visit>
void for_each_part(const model::JobFile& file, Visit visit) {
    for (const model::JobEntry& job : file.jobs) {
        visit(job);
        for (const model::JobSetting& setting : job.settings) {
            visit(setting);
            for (const model::JobWord& word : setting.words) visit(word);
        }
    }
}

/// Where the parts of a job file stand, as jobs and messages have it, and at which of these places
/// something is wrong: what else is said of them follows from it.
class JobPlaces {
public:
    JobPlaces(const std::string& path, const model::JobFile& file) : path_(path) {
        std::vector<SourcePlace> places;
        for_each_part(file, [&places](const auto& part) { places.push_back(part.place); });
        std::vector<FilePlace> found = load::file_places(places);
        for (std::size_t i = 0; i < places.size(); ++i)
            found_.emplace(places[i], std::move(found[i]));
        for_each_part(file, [this](const auto& part) {
            if (part.is_wrong) wrong_.insert(of(part).pointer);
        });
    }

    template <typename Part>
    const FilePlace& of(const Part& part) const {
        return found_.at(part.place);
    }

    /// Moves the problems to `errors` that follow from none before.
    void add_new(Diagnostics found, Diagnostics& errors) {
        std::set<std::string> also_wrong;
        for (Diagnostic& problem : found) {
            const bool is_inside = problem.file == path_ && !problem.pointer.empty();
            if (is_inside && wrong_.count(problem.pointer) > 0) continue;
            if (is_inside) also_wrong.insert(problem.pointer);
            errors.push_back(std::move(problem));
        }
        wrong_.merge(also_wrong);
    }

private:
    const std::string& path_;
    std::map<SourcePlace, FilePlace> found_;
    std::set<std::string> wrong_;  // pointers
};

class JobReader {
public:
    /// Paths are seen from `folder`.
    JobReader(const JobPlaces& places, std::string folder, const std::vector<const Option*>& given)
        : places_(places), folder_(std::move(folder)), given_(given) {}

    /// With the default in place of what is wrong.
    Job read(const model::JobEntry& entry, const Job& base) {
        Job job = base;
        const FilePlace& place = places_.of(entry);
        job.origin = {place.file, place.pointer, place.position};
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

    Diagnostics take_errors() { return std::move(errors_); }

private:
    bool is_given(const Option* option) const { return contains(given_, option); }

    /// "-" is no path.
    std::string from_here(const std::string& path) const {
        return path == kStandardStream ? path : joined(folder_, path);
    }

    void set_dataset(const model::JobSetting& setting, Job& job) {
        add_value(setting.option, "", places_.of(setting), job);
        const bool is_text = setting.words.size() == 1 && setting.words.front().kind == Kind::Text;
        if (setting.is_list || !is_text) {
            add(error("wrong-type", "expected one dataset, as a string"), setting);
        } else if (!setting.words.front().text.empty()) {
            job.dataset = from_here(setting.words.front().text);
        }
    }

    void set(const Option& option, const model::JobSetting& setting, Job& job) {
        add_value(setting.option, "", places_.of(setting), job);
        if (setting.is_list && !takes_list(option)) {
            return add(error("wrong-type", "expected one value, got an array"), setting);
        }
        for (const model::JobWord& word : setting.words) {
            const bool is_switch = option.value.empty();
            if (is_switch != (word.kind == Kind::Flag)) {
                add(error("wrong-type",
                          fmt::format("expected {}, got {}",
                                      is_switch ? "true or false" : "a string or a number",
                                      word.kind == Kind::Text ? '"' + word.text + '"' : word.text)),
                    word);
            } else if (word.text != "false" || !is_switch) {
                set_word(option, word, job);
            }
        }
    }

    void set_word(const Option& option, const model::JobWord& word, Job& job) {
        const std::string text = is_path(option, word.text) ? from_here(word.text) : word.text;
        for (std::string& part : words_of(option, text))
            add_value(std::string(option.name), std::move(part), places_.of(word), job);
        auto error = option.set(job, text);
        if (!error) return;
        // The pointer names the option.
        const std::string flag = fmt::format("--{}: ", option.name);
        if (error->message.starts_with(flag)) error->message.erase(0, flag.size());
        add(*std::move(error), word);
    }

    static void add_value(std::string option, std::string word, const FilePlace& place, Job& job) {
        job.origin.values.push_back(
            {std::move(option), std::move(word), place.pointer, place.position});
    }

    /// `part`: a setting or a word.
    template <typename Part>
    void add(Diagnostic diagnostic, const Part& part) {
        errors_.push_back(std::move(diagnostic).at(places_.of(part)).of(Diagnostic::Kind::JobFile));
    }

    const JobPlaces& places_;
    std::string folder_;
    const std::vector<const Option*>& given_;
    Diagnostics errors_;
};

}  // namespace

Result<std::vector<Job>> read_job_file(const std::string& path, const Job& base,
                                       const std::vector<const Option*>& given, FileStore& files) {
    auto bytes = files.read(path);
    if (!bytes) return bytes.diagnostics();
    const SourceFile source{path, std::move(bytes).value()};
    const auto names = option_names();
    Diagnostics errors;
    const model::JobFile file = load::load_job_file(source, names, errors);
    JobPlaces places(path, file);
    JobReader reader(places, files.is_stream(path) ? "." : folder_of(path), given);
    std::vector<Job> jobs;
    for (const model::JobEntry& entry : file.jobs) jobs.push_back(reader.read(entry, base));
    places.add_new(reader.take_errors(), errors);
    if (errors.empty()) return jobs;
    // What else must be mended in the file, and in the files that its jobs name.
    Diagnostics problems;
    batch::plan_jobs(batch::WebBundles(jobs, problems).jobs(), files, problems);
    places.add_new(std::move(problems), errors);
    sort_by_place(errors, path);
    count_equal(errors);
    return errors;
}

}  // namespace broadside
