#include "broadside/load/job_keys.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/load/syntax/object_reader.hpp"

namespace broadside::load {

namespace {

using model::JobWord;

class JobsReader {
public:
    JobsReader(Report& report, std::span<const std::string_view> options)
        : report_(report), options_(options) {}

    model::JobEntry read_job(const Node& node) {
        model::JobEntry job{node.place(), {}};
        const std::size_t errors_before = report_.count();
        const ObjectReader object(node, kJobKeys, report_, options_);
        job.is_wrong = report_.count() > errors_before;
        if (!node.is(JsonType::Object)) return job;
        for (const NodeMember& member : members_of(node, report_)) {
            job.settings.push_back(read_setting(member));
        }
        return job;
    }

private:
    model::JobSetting read_setting(const NodeMember& member) {
        const Node& node = member.node;
        model::JobSetting setting{member.key, node.is(JsonType::Array), {}, node.place()};
        const std::size_t errors_before = report_.count();
        if (setting.is_list) {
            for (const Node& item : items_of(node, report_)) read_word(item, setting);
        } else {
            read_word(node, setting);
        }
        setting.is_wrong = report_.count() > errors_before;
        return setting;
    }

    /// Adds nothing for what an option cannot be, which is reported.
    void read_word(const Node& node, model::JobSetting& setting) {
        const auto add = [&](JobWord::Kind kind) {
            setting.words.push_back({kind, std::string(node.text()), node.place()});
        };
        const std::size_t errors_before = report_.count();
        switch (node.value->type) {
            case JsonType::String:
                add(JobWord::Kind::Text);
                read_nonempty_string(node, report_);
                setting.words.back().is_wrong = report_.count() > errors_before;
                return;
            case JsonType::Number: return add(JobWord::Kind::Number);
            case JsonType::Boolean: return add(JobWord::Kind::Flag);
            case JsonType::Null:
            case JsonType::Array:
            case JsonType::Object: break;
        }
        report_mismatch(node, report_, {"wrong-type", "a string, a number, true or false"});
    }

    Report& report_;
    std::span<const std::string_view> options_;
};

}  // namespace

model::JobFile load_job_file(const SourceFile& source, std::span<const std::string_view> options,
                             Diagnostics& errors) {
    Report report(source);
    model::JobFile file;
    if (const auto tree = parse_tree(report)) {
        const ObjectReader object({&tree->root, &source}, kJobFileKeys, report);
        read_file_keys(object, report);
        if (const auto jobs = object.find("jobs")) {
            JobsReader reader(report, options);
            for (const Node& job : nonempty_items_of(*jobs, report, "job"))
                file.jobs.push_back(reader.read_job(job));
        }
    }
    append(errors, std::move(report).errors());
    return file;
}

}  // namespace broadside::load
