#include "broadside/job.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/doc/dump.hpp"
#include "broadside/editions.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/emit/font_cache.hpp"
#include "broadside/outputs.hpp"
#include "broadside/paint/paint.hpp"
#include "broadside/placed/dump.hpp"

namespace broadside {

namespace {

using Diagnostics = std::vector<Diagnostic>;

constexpr double kLeastPpi = 1;
constexpr double kMostPpi = 2400;

Diagnostics wrong_use(std::string code, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = "job-" + std::move(code);
    diagnostic.message = std::move(message);
    return {std::move(diagnostic)};
}

Diagnostics check_values(const Job& job) {
    if (job.dataset.empty()) return wrong_use("no-dataset", "expected a dataset");
    // Written so that a ppi which is not a number is refused too.
    if (!(job.ppi >= kLeastPpi && job.ppi <= kMostPpi)) {
        return wrong_use("ppi", fmt::format("expected {} to {} pixels per inch, got {}", kLeastPpi,
                                            kMostPpi, job.ppi));
    }
    return {};
}

emit::Options emit_options(const Job& job) {
    const bool outline = job.svg_text == SvgText::Outline;
    return {job.ppi, outline ? emit::SvgText::Outline : emit::SvgText::System, job.creation_time};
}

PageReport report_on(std::string name, std::size_t pages, const placed::Document& document) {
    const placed::Decisions& decisions = document.decisions;
    return {std::move(name), pages, decisions.smallest_type.value, decisions.limited_by};
}

/// Draws every planned file; the report lists them in the same order.
Result<std::vector<OutputFile>> draw(const Job& job, const EditionSet& set,
                                     const std::vector<PlannedFormat>& plan, Report& report) {
    std::vector<scene::Scene> scenes;
    for (const Edition& edition : set.editions) scenes.push_back(paint::paint(edition.document));
    std::vector<OutputFile> outputs;
    Diagnostics diagnostics;
    emit::FontCache fonts;
    for (const PlannedFormat& planned : plan) {
        auto drawn = planned.format->emit(scenes[planned.edition], emit_options(job), fonts);
        drawn.drain_into(diagnostics);
        if (!drawn) return diagnostics;
        const placed::Document& document = set.editions[planned.edition].document;
        const std::size_t pages = planned.format->one_file_a_page ? 1 : document.pages.size();
        for (std::size_t file = 0; file < planned.paths.size(); ++file) {
            outputs.push_back({planned.paths[file], std::move(drawn.value()[file])});
            report.entries.push_back(report_on(planned.paths[file], pages, document));
        }
    }
    return {std::move(outputs), std::move(diagnostics)};
}

bool begins_with_any(const std::string& code, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&code](std::string_view beginning) { return code.starts_with(beginning); });
}

}  // namespace

Result<Report> build(const Job& job, FileStore& files, ByteSink& sink) {
    if (auto errors = check_values(job); !errors.empty()) return errors;
    const auto request = read_output_request(job);
    if (!request) return request.diagnostics();

    Diagnostics diagnostics;
    auto set = set_editions(job, files);
    set.drain_into(diagnostics);
    if (!set) return diagnostics;
    const auto plan = plan_outputs(*request, *set);
    if (!plan) return plan.diagnostics();

    Report report;
    auto outputs = draw(job, *set, *plan, report);
    outputs.drain_into(diagnostics);
    if (!outputs) return diagnostics;
    if (auto errors = sink.write(*outputs); !errors.empty()) return errors;
    return {std::move(report), std::move(diagnostics)};
}

Result<Report> check(const Job& job, FileStore& files) {
    if (auto errors = check_values(job); !errors.empty()) return errors;
    if (job.layouts.empty()) {
        Diagnostics diagnostics;
        const auto sources = read_sources(job, Need::References, files, diagnostics);
        if (sources) {
            const Diagnostics found = check_references(*sources, sources->layouts.front());
            diagnostics.insert(diagnostics.end(), found.begin(), found.end());
        }
        if (!sources || has_errors(diagnostics)) return diagnostics;
        return {Report(), std::move(diagnostics)};
    }
    auto set = set_editions(job, files);
    if (!set) return set.diagnostics();
    Report report;
    for (const Edition& edition : set->editions) {
        report.entries.push_back(
            report_on(edition.layout, edition.document.pages.size(), edition.document));
    }
    return {std::move(report), set.diagnostics()};
}

Result<std::string> dump(const Job& job, Stage stage, FileStore& files) {
    if (auto errors = check_values(job); !errors.empty()) return errors;
    if (job.layouts.size() > 1) return wrong_use("several-layouts", "a dump shows one layout");
    if (job.languages.size() > 1)
        return wrong_use("several-languages", "a dump shows one language");
    if (stage == Stage::Doc) {
        Diagnostics diagnostics;
        const auto sources = read_sources(job, Need::Pages, files, diagnostics);
        if (!sources || has_errors(diagnostics)) return diagnostics;
        const auto edition = resolve_edition(*sources, sources->layouts.front(),
                                             sources->languages.languages.front());
        if (!edition) return edition.diagnostics();
        return {doc::dump(edition->document), edition.diagnostics()};
    }
    const auto set = set_editions(job, files);
    if (!set) return set.diagnostics();
    const placed::Document& document = set->editions.front().document;
    return {stage == Stage::Placed ? placed::dump(document) : scene::dump(paint::paint(document)),
            set.diagnostics()};
}

Outcome outcome_of(const std::vector<Diagnostic>& diagnostics) {
    Outcome outcome = Outcome::Done;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity != Severity::Error) continue;
        if (begins_with_any(diagnostic.code, {"job-"})) return Outcome::WrongUse;
        if (begins_with_any(diagnostic.code, {"translation-"})) {
            if (outcome == Outcome::Done) outcome = Outcome::TranslationIncomplete;
            continue;
        }
        const bool is_too_long =
            begins_with_any(diagnostic.code, {"fit-", "does-not-fit", "overflow"});
        if (!is_too_long) outcome = Outcome::InputErrors;
        if (is_too_long && outcome == Outcome::Done) outcome = Outcome::DoesNotFit;
    }
    return outcome;
}

}  // namespace broadside
