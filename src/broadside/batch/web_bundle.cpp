#include "broadside/batch/web_bundle.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/url.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/emit/markup.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/options/job_value.hpp"
#include "broadside/outputs/outputs.hpp"
#include "broadside/outputs/taken_names.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::batch {

namespace {

using emit::escape_xml;
using emit::language_attributes;

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark}body{font:1rem/1.5 'Noto Sans',sans-serif;max-width:72rem;"
    "margin:0 auto;padding:1rem}ul{display:grid;gap:1.5rem;padding:0;list-style:none;"
    "grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr))}h1{font-size:1.75rem}"
    "h2{font-size:1.25rem}h3{font-size:1.1rem;margin:.5rem 0 0}p{margin:.25rem 0}"
    "img{width:100%;height:14rem;object-fit:contain;object-position:top;background:#fff}"
    "a{display:inline-block;min-height:1.5rem;margin-inline-end:.75rem}"
    "pre{overflow:auto;max-height:12rem;border:1px solid;padding:.5rem}";

/// A relative URL, without a scheme even where the name begins like one: it may hold anything.
std::string url_of(std::string_view path) {
    return "./" + percent_encoded(path, "-._~/@!$'()*+,;=");
}

std::string href(std::string_view path) { return escape_xml(url_of(path)); }

/// What the dataset says where no record does, as far as it says something then.
std::string title_of_all(const Sources& sources) {
    const model::Dataset& dataset = sources.dataset.dataset;
    const auto title = title_of(sources, Language{dataset.language, {}}, nullptr);
    return title ? title.value() : dataset.id;
}

std::string link(const std::string& path, std::string_view words) {
    return fmt::format("<a href=\"{}\">{}</a>", href(path), words);
}

std::string linked_title(const std::string& title, const std::vector<std::string>& pages) {
    const std::string words = escape_xml(title);
    return pages.empty() ? words : link(pages.front(), words);
}

}  // namespace

std::vector<emit::Alternate> alternates_of(const Plan& plan, const PlannedEdition& edition,
                                           const emit::Format& format) {
    std::vector<emit::Alternate> alternates;
    if (!plan.job->is_site) return alternates;
    const auto path_in = [&](const Language& language) {
        return path_of(plan.request, plan.sources, {edition.layout, &language, edition.record},
                       format);
    };
    const std::string own = path_in(*edition.language);
    const std::string& source = plan.sources.dataset.dataset.language;
    for (const Language& language : plan.sources.languages.languages)
        alternates.push_back({language.tag, url_of(path_in_manifest(path_in(language), own)),
                              language.tag == source});
    return alternates;
}

WebBundles::WebBundles(const std::vector<Job>& jobs, Diagnostics& errors) {
    jobs_.reserve(2 * jobs.size());
    for (const Job& job : jobs) {
        Job& made = jobs_.emplace_back(job);
        const auto web = std::find(made.formats.begin(), made.formats.end(), kWebFormat);
        if (web == made.formats.end()) continue;
        const std::size_t extension = made.output.rfind(kExtension);
        if (extension == std::string::npos || !made.output.ends_with(kExtension)) {
            errors.push_back(
                blame(job, {"output"},
                      wrong_use("job-value",
                                fmt::format("the format web is several files, and \"{}\" names one",
                                            made.output),
                                {"end the pattern with .{ext}"})));
            *web = "html";
            continue;
        }
        const auto place = made.formats.erase(web);
        made.is_site = true;
        made.formats.insert(place, {"html", "svg", "png"});
        of_web_[&made] = false;
        Job& fine = jobs_.emplace_back(made);
        fine.formats = {"png"};
        fine.output_options.ppi *= 2;
        fine.output.insert(extension, kFineSuffix);
        of_web_[&fine] = true;
    }
}

WebBundles::Edition& WebBundles::edition_of(Index& index, const Plan& plan,
                                            const PlannedEdition& planned) {
    const std::string& layout = planned.layout->input.layout.name;
    const auto known =
        std::find_if(index.sections.begin(), index.sections.end(),
                     [&](const Section& section) { return section.layout == layout; });
    Section& section =
        known == index.sections.end() ? index.sections.emplace_back(Section{layout}) : *known;
    const std::string record(key_of(plan.sources, planned));
    const auto [place, is_new] = section.by_key.emplace(digest_of(record), section.entries.size());
    if (is_new) section.entries.push_back({record});
    std::vector<Edition>& editions = section.entries[place->second].editions;
    const std::string* language = &*index.languages.insert(planned.language->tag).first;
    const auto same = std::find_if(editions.begin(), editions.end(), [&](const Edition& edition) {
        return edition.language == language;
    });
    if (same != editions.end()) return *same;
    editions.reserve(plan.sources.languages.languages.size());
    const auto title =
        title_of(plan.sources, *planned.language, records_of(plan.sources, planned).front());
    return editions.emplace_back(Edition{language, title ? title.value() : layout});
}

void WebBundles::add(const Plan& plan, const std::vector<EditionResult>& results,
                     std::size_t reported) {
    const auto web = of_web_.find(plan.job);
    if (web == of_web_.end() || plan.manifest.empty() || plan.job->shard.parts > 1) return;
    const std::string path = joined(folder_of(plan.manifest), kIndexName);
    Index& index = indexes_[path];
    if (index.job == nullptr) {
        index.job = plan.job;
        index.language = plan.sources.dataset.dataset.language;
        index.title = title_of_all(plan.sources);
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].state != EditionState::Made) continue;
        Edition& edition = edition_of(index, plan, plan.editions[i]);
        (web->second ? edition.fine_report : edition.report) = reported + i;
    }
}

/// Gives an index piece by piece: of thousands of records it is long.
class WebBundles::IndexText {
public:
    IndexText(std::string path, const Index& index, const BuildReport& report)
        : path_(std::move(path)), index_(index), report_(report) {}

    void give(const FileBytes::Take& take) const {
        take(emit::html_head(index_.language, index_.title,
                             fmt::format("<style>{}</style>\n", kStyle)));
        take(fmt::format("<body>\n<main>\n<h1>{}</h1>\n", escape_xml(index_.title)));
        for (const Section& section : index_.sections) {
            take(fmt::format("<section>\n<h2>{}</h2>\n<ul>\n", escape_xml(section.layout)));
            for (const Entry& entry : section.entries) {
                if (!entry.record.empty()) {
                    take(record_item_of(entry));
                    continue;
                }
                for (const Edition& edition : entry.editions) take(item_of(edition));
            }
            take("</ul>\n</section>\n");
        }
        take("</main>\n</body>\n</html>\n");
    }

private:
    /// Paths from the index, by what links say of them: the format, or kFinePngs.
    using Files = std::map<std::string, std::vector<std::string>>;
    static constexpr char kPages[] = "HTML", kSvgs[] = "SVG", kPngs[] = "PNG",
                          kFinePngs[] = "PNG 2x";

    Files files_of(const Edition& edition) const {
        Files files;
        for (const std::size_t place : {edition.report, edition.fine_report}) {
            if (place == kNone) continue;
            for (const PageReport& file : report_.editions[place].files) {
                const std::string word = place == edition.fine_report
                                             ? kFinePngs
                                             : unicode::in_large_ascii(file.facts->format);
                files[word].push_back(path_in_manifest(file.name, path_));
            }
        }
        return files;
    }

    static std::string figure_of(const Edition& edition, Files& files, std::size_t page) {
        std::string pictures = href(files[kPngs][page]);
        if (page < files[kFinePngs].size())
            pictures += fmt::format(" 1x, {} 2x", href(files[kFinePngs][page]));
        return fmt::format(
            "<figure{}>\n  <picture>\n    <source type=\"image/svg+xml\" "
            "srcset=\"{}\">\n    <img src=\"{}\" srcset=\"{}\" alt=\"{}\" loading=\"lazy\" "
            "style=\"max-width:100%;height:auto\">\n  </picture>\n  "
            "<figcaption>{}</figcaption>\n</figure>",
            language_attributes(*edition.language), href(files[kSvgs][page]),
            href(files[kPngs][page]), pictures, escape_xml(edition.title),
            linked_title(edition.title, files[kPages]));
    }

    static std::string links_of(const Files& files) {
        std::string links;
        for (const auto& [word, paths] : files) {
            for (std::size_t i = 0; i < paths.size(); ++i)
                links +=
                    link(paths[i], paths.size() == 1 ? word : fmt::format("{} {}", word, i + 1));
        }
        return links;
    }

    std::string item_of(const Edition& edition) const {
        Files files = files_of(edition);
        const std::string& language = *edition.language;
        std::string item = fmt::format("<li{}>\n", language_attributes(language));
        if (!files[kSvgs].empty())
            item += fmt::format("<img src=\"{}\" alt=\"\" loading=\"lazy\">\n",
                                href(files[kSvgs].front()));
        item += fmt::format("<h3>{}</h3>\n<p>{}: {}</p>\n",
                            linked_title(edition.title, files[kPages]), language, links_of(files));
        const std::size_t pictured = std::min(files[kSvgs].size(), files[kPngs].size());
        for (std::size_t page = 0; page < pictured; ++page)
            item += fmt::format(
                "<details><summary>&lt;figure&gt;</summary><pre dir=\"ltr\"><code>{}</code></pre>"
                "</details>\n",
                escape_xml(figure_of(edition, files, page)));
        return item + "</li>\n";
    }

    /// There may be thousands: without their pictures and figures.
    std::string record_item_of(const Entry& entry) const {
        std::string item = fmt::format("<li>\n<h3>{}</h3>\n", escape_xml(entry.record));
        for (const Edition& edition : entry.editions) {
            Files files = files_of(edition);
            item += fmt::format("<p{}>{}: {} {}</p>\n", language_attributes(*edition.language),
                                *edition.language, linked_title(edition.title, files[kPages]),
                                links_of(files));
        }
        return item + "</li>\n";
    }

    std::string path_;
    const Index& index_;
    const BuildReport& report_;
};

Diagnostics WebBundles::write(const BuildReport& report, FileStore& files, ByteSink& sink,
                              QuestionLog* log) const {
    const emit::Format& html = *emit::find_format("html");
    Diagnostics errors;
    for (const auto& [path, index] : indexes_) {
        if (index.sections.empty()) continue;
        if (auto error =
                check_overwriting({"output", path, html.kind, html.is_one}, *index.job, files)) {
            errors.push_back(*std::move(error));
            continue;
        }
        const IndexText text(path, index, report);
        const FileBytes bytes([&text](const FileBytes::Take& take) { text.give(take); });
        append(errors, sink.write({{path, bytes}}));
        if (log == nullptr) continue;
        ContentHash hash;
        bytes.each([&hash](std::string_view piece) { hash.add_bytes(piece); });
        log->wrote(path, hash.digest());
    }
    return errors;
}

}  // namespace broadside::batch
