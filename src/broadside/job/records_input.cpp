#include "broadside/job/sources.hpp"

#include <utility>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/records/record_source.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/options/job_value.hpp"
#include "broadside/sheets/encoding_guess.hpp"

namespace broadside {

namespace {

void tell(Diagnostics problems, Diagnostics& diagnostics) {
    count_equal(problems);
    shorten(problems);
    append(diagnostics, std::move(problems));
}

/// Spreadsheets save CSV in the encoding of their country, or as UTF-16. JSON is UTF-8 alone.
std::string as_utf8(std::string bytes, const std::string& name, Diagnostics& diagnostics) {
    const bool is_json = load::syntax_of_records(name, bytes) != load::RecordSyntax::Delimited;
    const bool is_left =
        bytes.size() > limits::kMaxInputBytes || is_json || !load::find_invalid_utf8(bytes);
    if (is_left) return bytes;
    auto text = sheets::decoded_text(bytes);
    if (text.is_guess) {
        // What has null bytes is a workbook or a picture.
        if (bytes.find('\0') != std::string::npos) return bytes;
        diagnostics.push_back(
            warning("guessed-encoding", fmt::format("is not UTF-8: read as {}", text.encoding),
                    {"if letters come out wrong, save it as \"CSV UTF-8\" in the spreadsheet"})
                .at(FilePlace{name}));
    }
    return std::move(text.utf8);
}

void read_file(const Job& job, const std::vector<model::RecordField>& fields, FileStore& files,
               RecordsInput& input, Diagnostics& diagnostics) {
    auto bytes = files.read(job.records);
    if (!bytes) {
        Diagnostics errors = bytes.diagnostics();
        for (Diagnostic& error : errors) hint_at_name(job, {"records"}, error);
        return append(diagnostics, std::move(errors));
    }
    input.file = shown_name(job.records);
    input.unread = std::make_unique<load::RecordsFile>(
        kept(input.file, as_utf8(std::move(bytes).value(), input.file, diagnostics)), fields);
    input.records = input.unread->outline();
    if (input.records.names.size() > 0) return;
    Diagnostics problems = input.unread->take_problems();
    if (problems.empty())
        problems.push_back(
            error("no-records", "expected at least one record, got none").at({input.file}));
    tell(std::move(problems), diagnostics);
}

std::string example_of(const model::RecordField& field) {
    switch (field.type) {
        case model::FieldType::Text:
        case model::FieldType::Rich: break;
        case model::FieldType::Number: return "1";
        case model::FieldType::Date: return "2026-01-01";
        case model::FieldType::Url: return "https://example.org/";
    }
    return field.id;
}

void add_stand_in(const std::vector<model::RecordField>& fields, RecordsInput& input) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        input.records.columns.push_back({i, ""});
        values.push_back(fields[i].fallback ? "" : example_of(fields[i]));
    }
    input.stand_in.values = model::PackedTexts(values);
}

}  // namespace

std::shared_ptr<RecordsInput> read_records(const Job& job, const DatasetInput& dataset,
                                           ReadWhen values, FileStore& files,
                                           Diagnostics& diagnostics) {
    const std::vector<model::RecordField>& fields = dataset.dataset.fields;
    if (fields.empty()) {
        if (!job.records.empty())
            diagnostics.push_back(
                blame(job, {"records"},
                      error("job-no-fields", "the dataset takes no records",
                            {fmt::format("name the fields that differ from page to page in "
                                         "\"records\" of {}",
                                         dataset.file->name)})));
        return nullptr;
    }
    auto input = std::make_shared<RecordsInput>();
    input->are_asked_for = !job.records.empty();
    if (input->are_asked_for) {
        read_file(job, fields, files, *input, diagnostics);
        if (values == ReadWhen::Now)
            read_values(
                input, [](std::size_t) { return true; }, diagnostics);
    } else {
        add_stand_in(fields, *input);
    }
    return input;
}

void open_datasets(const model::Dataset& dataset,
                   const std::function<bool(const Language&)>& is_wanted, Languages& languages,
                   RecordsInput& input, Diagnostics& diagnostics) {
    Diagnostics found;
    for (Language& language : languages.languages) {
        if (language.is_failed || !is_wanted(language)) continue;
        auto open = take(open_dataset(dataset, language, input.records.columns), found);
        language.is_failed = !open;
        if (open) input.open[language.tag] = std::make_shared<const OpenDataset>(*std::move(open));
    }
    load::locate(found);
    count_equal(found);
    append(diagnostics, std::move(found));
}

void read_values(const std::shared_ptr<RecordsInput>& input,
                 const std::function<bool(std::size_t)>& is_wanted, Diagnostics& diagnostics) {
    if (input == nullptr || input->unread == nullptr) return;
    input->unread->read(input->records, is_wanted);
    tell(input->unread->take_problems(), diagnostics);
    input->unread.reset();
}

}  // namespace broadside
