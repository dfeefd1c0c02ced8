#include "broadside/batch/make_editions.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <set>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/batch/edition_pages.hpp"
#include "broadside/batch/output_work.hpp"
#include "broadside/editions/editions.hpp"

namespace broadside::batch {

namespace {

/// What an edition dies of is its own problem.
template <typename Work>
Diagnostics problems_of(const Plan& plan, std::size_t edition, Work work) {
    const auto failure = [&](std::string_view what) {
        const std::string name = name_of(plan.sources, plan.editions[edition]);
        return Diagnostics{
            error("failure", fmt::format("{}: {}", name, what)).of(Diagnostic::Kind::Passing)};
    };
    try {
        work();
        return {};
    } catch (const std::bad_alloc&) {
        return failure("out of memory");
    } catch (const std::exception& exception) {
        return failure(exception.what());
    }
}

bool is_ready(const OutputWork& output) { return !output.files.empty(); }

std::vector<MadeFile> take_files(std::vector<OutputWork>& outputs) {
    std::vector<MadeFile> files;
    std::size_t count = 0;
    for (const OutputWork& output : outputs) count += output.files.size();
    files.reserve(count);
    for (OutputWork& output : outputs)
        std::move(output.files.begin(), output.files.end(), std::back_inserter(files));
    return files;
}

PageFacts facts_of(const MadeFile& file) {
    const model::OutputFacts& about = *file.entry.about;
    const std::size_t pages = file.entry.page > 0 ? 1 : about.pages;
    return {pages,        about.type.smallest_type.value, about.language, about.layout,
            about.format, about.type.limited_by};
}

class PlanRun {
public:
    PlanRun(const Plan& plan, ByteSink& sink, const Oversight& oversight, ThreadsOwn& threads_own)
        : plan_(plan),
          sink_(sink),
          oversight_(oversight),
          threads_own_(threads_own),
          workers_(useful_threads(plan)),
          settled_(plan.editions.size()) {
        made_.results.resize(plan.editions.size());
    }

    MadeEditions run() && {
        threads_own_.begin(plan_.sources);
        workers_.run([this] { make_next(); });
        return std::move(made_);
    }

private:
    static std::size_t useful_threads(const Plan& plan) {
        const std::size_t wanted =
            plan.job->threads > 0 ? plan.job->threads : std::thread::hardware_concurrency();
        // Formats are shared out too; threads beyond that would only wait.
        return std::min(wanted, plan.editions.size() * plan.request.formats.size());
    }

    const std::vector<const emit::Format*>& formats() const { return plan_.request.formats; }

    bool is_stopped() const { return oversight_.stop != nullptr && oversight_.stop->load(); }

    /// The next turn is put in line before this one adds its drawing: what was added last is done
    /// first, so that a thread finishes an edition before it begins another.
    void make_next() {
        if (is_stopped()) return;
        const std::size_t group = next_group_++;
        if (group >= plan_.groups.size()) return;
        workers_.add([this] { make_next(); });
        make(plan_.groups[group]);
    }

    void make(Group group) {
        const Diagnostics problems = problems_of(plan_, group.front(), [&] {
            std::vector<std::vector<OutputWork>> outputs;
            for (const std::size_t edition : group) outputs.push_back(begin(edition));
            if (std::all_of(outputs.begin(), outputs.end(),
                            [](const auto& works) { return works.empty(); }))
                return;
            std::vector<EditionPages> pages = set(group, parts_for(outputs));
            for (std::size_t i = 0; i < pages.size(); ++i) {
                const std::size_t index = group[i];
                if (outputs[i].empty()) continue;
                DrawnEdition drawn = std::move(pages[i]).finish();
                if (drawn.edition) {
                    draw_all(index, std::move(drawn), std::move(outputs[i]));
                } else {
                    fail(index, std::move(drawn.problems));
                }
            }
        });
        if (problems.empty()) return;
        for (const std::size_t edition : group) fail(edition, problems);
    }

    /// What is to be drawn of an edition; nothing, when all of it can stay.
    std::vector<OutputWork> begin(std::size_t edition) {
        const PlannedEdition& planned = plan_.editions[edition];
        if (oversight_.events != nullptr) {
            const std::string name = name_of(plan_.sources, planned);
            const std::lock_guard lock(lock_);
            oversight_.events->began(name);
        }
        std::vector<OutputWork> outputs(formats().size());
        for (std::size_t i = 0; i < outputs.size(); ++i)
            outputs[i].files = unchanged_files(plan_, planned, *formats()[i]);
        if (!std::all_of(outputs.begin(), outputs.end(), is_ready)) return outputs;
        settle(edition, {EditionState::Made, take_files(outputs), {}});
        return {};
    }

    EditionParts parts_for(const std::vector<std::vector<OutputWork>>& outputs) const {
        bool has_pages = false, flows = false;
        for (const std::vector<OutputWork>& works : outputs) {
            for (std::size_t i = 0; i < works.size(); ++i) {
                if (!is_ready(works[i])) (formats()[i]->has_pages() ? has_pages : flows) = true;
            }
        }
        if (!flows) return EditionParts::Pages;
        return has_pages ? EditionParts::Both : EditionParts::Resolved;
    }

    /// Nothing when the build is stopped meanwhile.
    std::vector<EditionPages> set(Group group, EditionParts parts) {
        text::Shaper* own = shaper();
        const PlannedEdition& first = plan_.editions[group.front()];
        const auto records = records_of(plan_.sources, first);
        std::vector<EditionPages> pages(group.size(),
                                        EditionPages(*first.layout, records.front() != nullptr));
        // Why there is no shaper is told once, with the problems of the fonts.
        if (own == nullptr) return pages;
        for (const model::Record* record : records) {
            if (is_stopped()) return {};
            std::vector<Result<Edition>> set = set_record(group, record, *own, parts);
            for (std::size_t i = 0; i < pages.size(); ++i) pages[i].add(std::move(set[i]));
        }
        return pages;
    }

    std::vector<Result<Edition>> set_record(Group group, const model::Record* record,
                                            text::Shaper& shaper, EditionParts parts) {
        const PlannedEdition& first = plan_.editions[group.front()];
        const Subject subject{*first.layout, record};
        if (!is_locked(*first.layout))
            return set_editions_together(plan_.sources, subject, {*first.language}, shaper, parts,
                                         record ? &threads_own_.known_grids() : nullptr);

        const std::vector<Language>& languages = plan_.sources.languages.languages;
        auto together = set_editions_together(plan_.sources, subject, languages, shaper, parts);
        std::vector<Result<Edition>> editions;
        for (const std::size_t index : group) {
            const auto language = plan_.editions[index].language - languages.data();
            editions.push_back(std::move(together[static_cast<std::size_t>(language)]));
        }
        return editions;
    }

    text::Shaper* shaper() {
        Diagnostics found;
        text::Shaper* own = threads_own_.shaper(plan_.sources, found);
        if (found.empty()) return own;
        // The same for every thread.
        const std::lock_guard lock(lock_);
        made_.font_problems = std::move(found);
        return own;
    }

    void draw_all(std::size_t edition, DrawnEdition drawn, std::vector<OutputWork> outputs) {
        const auto work = std::make_shared<EditionWork>();
        work->edition = edition;
        work->delivery = sink_.begin();
        work->description = describe(plan_.sources.dataset.dataset.id, drawn);
        work->drawn = std::move(drawn);
        work->outputs = std::move(outputs);
        std::vector<std::size_t> to_draw;
        for (std::size_t i = 0; i < work->outputs.size(); ++i) {
            if (!is_ready(work->outputs[i])) to_draw.push_back(i);
        }
        work->left = to_draw.size();
        for (const std::size_t output : to_draw) {
            workers_.add([this, work, output] {
                if (!is_stopped()) {
                    append(work->outputs[output].problems, problems_of(plan_, work->edition, [&] {
                               draw(plan_, *work, output, threads_own_.cache());
                           }));
                }
                if (--work->left == 0) complete(*work);
            });
        }
    }

    void complete(EditionWork& work) {
        const Diagnostics died = problems_of(plan_, work.edition, [&] {
            EditionResult result{
                EditionState::Made, {}, std::move(work.drawn.problems), work.drawn.cards_left_out};
            for (const OutputWork& output : work.outputs) append(result.problems, output.problems);
            if (!std::all_of(work.outputs.begin(), work.outputs.end(), is_ready))
                result.state = EditionState::Stopped;
            if (result.state == EditionState::Made && !has_errors(result.problems))
                append(result.problems, work.delivery->publish());
            if (has_errors(result.problems)) result.state = EditionState::Failed;
            if (result.state == EditionState::Made) {
                result.files = take_files(work.outputs);
                for (const MadeFile& file : result.files) {
                    if (file.state == FileState::Written)
                        plan_.files->facts(plan_.path_of(plan_.editions[work.edition], file));
                }
                if (plan_.manifest_file != nullptr) plan_.manifest_file->note(result, sink_);
            }
            append(result.problems, std::move(work.drawn.left_out));
            settle(work.edition, std::move(result));
        });
        if (!died.empty()) fail(work.edition, died);
    }

    void fail(std::size_t edition, Diagnostics problems) {
        settle(edition, {EditionState::Failed, {}, std::move(problems)});
    }

    void settle(std::size_t edition, EditionResult result) {
        const std::lock_guard lock(lock_);
        if (settled_[edition]) return;
        settled_[edition] = true;
        for (MadeFile& file : result.files) known_.share(file.entry);
        drop_past(plan_.editions[edition], result);
        made_.results[edition] = std::move(result);
        if (oversight_.events != nullptr)
            oversight_.events->finished(
                report_of(plan_, plan_.editions[edition], made_.results[edition]));
        for (; reported_ < settled_.size() && settled_[reported_]; ++reported_) {
            drop_told(reported_);
            if (oversight_.events != nullptr)
                oversight_.events->reported(
                    report_of(plan_, plan_.editions[reported_], made_.results[reported_]));
        }
    }

    /// What was said of files before they were made. Names of later pages may be another edition's
    /// too; those that were planned are not.
    void drop_past(const PlannedEdition& planned, const EditionResult& result) const {
        if (plan_.manifest_file == nullptr) return;
        for (const MadeFile& file : result.files) {
            const emit::Format& format = *emit::find_format(file.entry.about->format);
            if (path_of(plan_.request, plan_.sources, planned, format) ==
                plan_.path_of(planned, file))
                plan_.manifest_file->drop(file.entry.path);
        }
    }

    /// Thousands of pages may have one problem of their layout, or the like of one in each record:
    /// that is the first one's, and counted.
    void drop_told(std::size_t edition) {
        Diagnostics& problems = made_.results[edition].problems;
        Diagnostics kept;
        for (Diagnostic& problem : problems) {
            if (!told_.insert(digest_of(identity_of(problem))).second) continue;
            const auto [first, is_new] = firsts_.emplace(
                digest_of(identity_of(without_place(problem))), std::pair(edition, kept.size()));
            if (is_new) {
                kept.push_back(std::move(problem));
                continue;
            }
            const auto [owner, index] = first->second;
            Diagnostic& like =
                owner == edition ? kept[index] : made_.results[owner].problems[index];
            Diagnostics both = {std::move(like), std::move(problem)};
            count_equal(both);
            like = std::move(both.front());
        }
        kept.shrink_to_fit();
        problems = std::move(kept);
    }

    static Diagnostic without_place(Diagnostic problem) {
        problem.line = problem.column = 0;
        problem.pointer.clear();
        return problem;
    }

    const Plan& plan_;
    ByteSink& sink_;
    const Oversight& oversight_;
    ThreadsOwn& threads_own_;
    Workers workers_;
    std::atomic<std::size_t> next_group_ = 0;

    std::mutex lock_;  // over all that follows
    MadeEditions made_;
    SharedWords known_;
    std::vector<bool> settled_;
    std::size_t reported_ = 0;  // editions before this one are
    std::set<Digest> told_;     // problems of these
    // By what is alike in them: the edition that has the first, and which of its problems it is.
    std::map<Digest, std::pair<std::size_t, std::size_t>> firsts_;
};

}  // namespace

MadeEditions make_editions(const Plan& plan, ByteSink& sink, const Oversight& oversight,
                           ThreadsOwn& threads_own) {
    return PlanRun(plan, sink, oversight, threads_own).run();
}

EditionReport report_of(const Plan& plan, const PlannedEdition& edition,
                        const EditionResult& result) {
    EditionReport report{
        name_of(plan.sources, edition), result.state, plan.request.formats.size(), {}};
    // A sheet that is not there misses no card.
    if (plan.sources.has_cards(*edition.layout) && !result.files.empty())
        report.cards_left_out = plan.sources.records->records.failed.size() + result.cards_left_out;
    for (const MadeFile& file : result.files)
        report.files.push_back({plan.path_of(edition, file), file.state, facts_of(file)});
    return report;
}

}  // namespace broadside::batch
