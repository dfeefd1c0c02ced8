#include "broadside/batch/output_work.hpp"

#include <filesystem>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/printable.hpp"
#include "broadside/job_file.hpp"
#include "broadside/load/syntax/yaml_tree.hpp"

namespace broadside::batch {

namespace {

namespace fs = std::filesystem;

std::string_view media_type_of_file(const std::string& name) {
    static const std::map<std::string, std::string_view> kTypes = {
        {".json", "application/json"},
        {".yaml", "application/yaml"},
        {".svg", "image/svg+xml"},
        {".png", media_type(ImageType::Png)},
        {".jpg", media_type(ImageType::Jpeg)},
        {".jpeg", media_type(ImageType::Jpeg)}};
    const auto type = kTypes.find(fs::path(name).extension().string());
    return type == kTypes.end() ? "application/octet-stream" : type->second;
}

constexpr char kRecords[] = "records.json";

/// A layout may come from a file of any name.
std::string extension_of(std::string_view name) { return load::is_yaml(name) ? ".yaml" : ".json"; }

class Collector {
public:
    Collector(const Plan& plan, const PlannedEdition& edition) : plan_(plan), edition_(edition) {}

    Result<std::vector<emit::Attachment>> collect() {
        const Sources& sources = plan_.sources;
        const LayoutSource& layout = *edition_.layout;
        dataset_name_ = "dataset" + extension_of(sources.dataset.file->name);
        add(dataset_name_, sources.dataset.file->bytes);
        for (const Language* language : languages_of(sources, edition_)) {
            tags_.push_back(language->tag);
            for (const LocaleInput* locale : language->locales)
                add(fmt::format("locales/{}.json", locale->locale.language), locale->file->bytes);
        }
        layout_name_ = fs::path(layout.input.file->name).stem().string();
        add(fmt::format("layouts/{}{}", layout_name_, extension_of(layout.input.file->name)),
            layout.input.file->bytes);
        for (const ReadFile& symbol : layout.symbols.files)
            add_again("symbols/" + fs::path(symbol.path).filename().string(), symbol);
        for (const ReadFile& picture : sources.pictures.files)
            add_again(
                fs::path(picture.path).lexically_relative(sources.dataset.folder).generic_string(),
                picture);
        if (sources.has_records()) add(kRecords, records());
        add(kJobFileName, job());
        if (!problems_.empty()) return std::move(problems_);
        return std::move(files_);
    }

private:
    void add(const std::string& name, std::string bytes) {
        if (!names_.insert(name).second) return;
        files_.push_back({name, std::string(media_type_of_file(name)),
                          std::make_shared<const std::string>(std::move(bytes))});
    }

    void add_again(const std::string& name, const ReadFile& file) {
        if (name.empty() || name.starts_with("..")) {
            problems_.push_back(
                error("attach-source",
                      fmt::format("expected pictures in the folder of the dataset, and \"{}\" is "
                                  "not, so that it has no place among what is attached",
                                  file.path)));
            return;
        }
        auto bytes = plan_.files->read(file.path);
        if (!bytes)
            append(problems_, bytes.diagnostics());
        else if (digest_of(*bytes) != file.content)
            problems_.push_back(
                error("attach-source", "the file has changed since it was read").at({file.path}));
        else
            add(name, std::move(bytes).value());
    }

    /// The file's own: what others say is for other readers.
    std::string records() const {
        std::vector<std::string> records;
        for (const model::Record* record : records_of(plan_.sources, edition_))
            records.push_back(json_of(*record));
        return fmt::format("[{}]\n", fmt::join(records, ",\n "));
    }

    std::string json_of(const model::Record& record) const {
        std::vector<std::string> members;
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            const auto& [field, language] = plan_.sources.records->records.columns[i];
            std::string name = plan_.sources.dataset.dataset.fields[field].id;
            if (!language.empty()) name += "@" + language;
            members.push_back(fmt::format("{}: {}", json_text(name), json_text(record.values[i])));
        }
        return fmt::format("{{{}}}", fmt::join(members, ", "));
    }

    std::string job() const {
        const Job& job = *plan_.job;
        const auto& [ua_1, archive] = plan_.options.pdf_standards;
        std::vector<std::string> standards;
        if (ua_1) standards.push_back("\"ua-1\"");
        if (archive == PdfArchive::A3a) standards.push_back("\"a-3a\"");
        if (standards.empty()) standards.push_back("\"none\"");
        const std::string records =
            !plan_.sources.has_records() ? "" : fmt::format("\"records\": \"{}\", ", kRecords);
        std::string date;
        if (job.output_options.creation_time)
            date = fmt::format("\"creation-timestamp\": {}, ", *job.output_options.creation_time);
        return fmt::format(
            "{{\n  \"format\": 1,\n  \"jobs\": [\n    {{\"dataset\": \"{}\", \"layout\": [{}],"
            " \"lang\": [\"{}\"], \"format\": [\"pdf\"],\n     \"attach-source\": true, "
            "\"pdf-standard\": [{}], {}{}\"output\": \"{{id}}-{{layout}}-{{lang}}.pdf\"}}\n  "
            "]\n}}\n",
            dataset_name_, json_text(layout_name_), fmt::join(tags_, "\", \""),
            fmt::join(standards, ", "), date, records);
    }

    const Plan& plan_;
    const PlannedEdition& edition_;
    std::string dataset_name_, layout_name_;
    std::vector<std::string> tags_;
    std::vector<emit::Attachment> files_;
    std::set<std::string> names_;
    Diagnostics problems_;
};

}  // namespace

Result<std::vector<emit::Attachment>> attachments_of(const Plan& plan,
                                                     const PlannedEdition& edition) {
    return Collector(plan, edition).collect();
}

}  // namespace broadside::batch
