#include "broadside/job/records_input.hpp"

#include <utility>

#include <fmt/format.h>

#include "broadside/load/records/load_records.hpp"
#include "broadside/load/syntax/places.hpp"
#include "broadside/options/job_value.hpp"

namespace broadside {

namespace {

void read_file(const Job& job, const std::vector<model::RecordField>& fields, FileStore& files,
               RecordsInput& input, Diagnostics& diagnostics) {
    auto bytes = files.read(job.records);
    if (!bytes) {
        Diagnostics errors = bytes.diagnostics();
        for (Diagnostic& error : errors) hint_at_name(job, {"records"}, error);
        return append(diagnostics, std::move(errors));
    }
    const bool is_stdin = job.records == kStandardStream;
    input.file = kept(is_stdin ? "<stdin>" : job.records, std::move(bytes).value());
    Diagnostics problems;
    input.records = load::load_records(*input.file, fields, problems);
    if (input.records.records.empty() && problems.empty())
        problems.push_back(
            error("no-records", "expected at least one record, got none").at({input.file->name}));
    count_equal(problems);
    shorten(problems);
    append(diagnostics, std::move(problems));
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

void open_languages(const model::Dataset& dataset, Languages& languages, RecordsInput& input,
                    Diagnostics& diagnostics) {
    Diagnostics found;
    std::erase_if(languages.languages, [&](const Language& language) {
        auto open = take(open_dataset(dataset, language, input.records.columns), found);
        if (open) {
            input.open[language.tag] = std::make_shared<const OpenDataset>(*std::move(open));
            return false;
        }
        languages.failed.push_back(language.tag);
        return true;
    });
    load::locate(found);
    count_equal(found);
    append(diagnostics, std::move(found));
}

}  // namespace

std::shared_ptr<const RecordsInput> read_records(const Job& job, const DatasetInput& dataset,
                                                 Languages& languages, FileStore& files,
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
    } else {
        add_stand_in(fields, *input);
    }
    open_languages(dataset.dataset, languages, *input, diagnostics);
    return input;
}

}  // namespace broadside
