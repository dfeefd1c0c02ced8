#include "broadside/load/job_keys.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/load_json.hpp"
#include "broadside/load/object_reader.hpp"
#include "broadside/load/read_value.hpp"

namespace broadside::load {

namespace {

using model::JobWord;

/// Nothing for what an option cannot be, which is reported.
std::vector<JobWord> read_word(const Node& node, Report& report) {
    switch (node.value->type) {
        case JsonType::String:
            return {{JobWord::Kind::Text, read_nonempty_string(node, report), node.pointer}};
        case JsonType::Number: return {{JobWord::Kind::Number, node.text(), node.pointer}};
        case JsonType::Boolean: return {{JobWord::Kind::Flag, node.text(), node.pointer}};
        case JsonType::Null:
        case JsonType::Array:
        case JsonType::Object: break;
    }
    report_mismatch(node, report, {"wrong-type", "a string, a number, true or false"});
    return {};
}

model::JobSetting read_setting(const NodeMember& member, Report& report) {
    model::JobSetting setting{member.key, member.node.is(JsonType::Array), {}, member.node.pointer};
    if (!setting.is_list) {
        setting.words = read_word(member.node, report);
        return setting;
    }
    for (const Node& item : items_of(member.node, report)) {
        for (JobWord& word : read_word(item, report)) setting.words.push_back(std::move(word));
    }
    return setting;
}

model::JobEntry read_job(const Node& node, Report& report,
                         std::span<const std::string_view> options) {
    model::JobEntry job;
    job.pointer = node.pointer;
    const ObjectReader object(node, kJobKeys, report, options);
    if (!node.is(JsonType::Object)) return job;
    for (const NodeMember& member : members_of(node, report)) {
        job.settings.push_back(read_setting(member, report));
    }
    return job;
}

}  // namespace

model::JobFile load_job_file(const Source& source, std::span<const std::string_view> options,
                             std::vector<Diagnostic>& errors) {
    const std::string_view text = without_byte_order_mark(source.bytes);
    Report report(source.name, text);
    model::JobFile file;
    if (const auto root = parse_json(text, report)) {
        const ObjectReader object({&*root, ""}, kJobFileKeys, report);
        if (const auto format = object.find("format")) read_format(*format, report);
        if (const auto schema = object.find("$schema")) read_string(*schema, report);
        if (const auto jobs = object.find("jobs")) {
            for (const Node& job : nonempty_items_of(*jobs, report, "job"))
                file.jobs.push_back(read_job(job, report, options));
        }
    }
    for (Diagnostic& error : std::move(report).errors()) errors.push_back(std::move(error));
    return file;
}

}  // namespace broadside::load
