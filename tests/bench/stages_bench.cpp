// CPU time of every stage of the flyer, in a process that is already warm where the name does not
// say otherwise. Asserts nothing: numbers are for people to compare.

#include <map>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "bench/flyer_inputs.hpp"
#include "bench/shaping_record.hpp"
#include "broadside/emit/cache.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/layout/layout.hpp"
#include "broadside/paint/paint.hpp"
#include "broadside/resolve/resolve.hpp"
#include "broadside/text/pango_shaper.hpp"
#include "emit/emitting.hpp"

namespace broadside::bench {
namespace {

constexpr const char* kWholePage = "page/pdf";
constexpr const char* kReplay = "emit/pdf";
constexpr double kWarmPageGoal = 1.5;

/// Every noun of the flyer, ready to start any stage from.
struct Flyer {
    FlyerInputs inputs = read_flyer();
    std::shared_ptr<const FontManifest> fonts = load_fonts(inputs);
    std::unique_ptr<text::Shaper> shaper = must(text::make_pango_shaper(fonts));
    model::Project project = load_flyer(inputs);
    doc::Document document = must(resolve::resolve(project));
    placed::Document placed = must(layout::layout(document, *shaper));
    scene::Scene scene = paint::paint(placed);
    emit::Cache cache;
};

void shape_all(const std::vector<RecordedRequest>& requests, text::Shaper& shaper) {
    for (const RecordedRequest& recorded : requests) {
        benchmark::DoNotOptimize(shaper.shape(recorded.request()));
    }
}

std::vector<RecordedRequest> record_requests(Flyer& flyer) {
    RecordingShaper recording(*flyer.shaper);
    must(layout::layout(flyer.document, recording));
    return recording.requests();
}

template <typename Stage>
void time(const std::string& name, Stage stage) {
    benchmark::RegisterBenchmark(name.c_str(), [stage](benchmark::State& state) {
        for (auto _ : state) stage();
    })->Unit(benchmark::kMicrosecond);
}

void time_passes(Flyer& flyer) {
    time("load", [&] { benchmark::DoNotOptimize(load_flyer(flyer.inputs)); });
    time("resolve", [&] { benchmark::DoNotOptimize(resolve::resolve(flyer.project)); });
    time("shape/cold", [&, requests = record_requests(flyer)] {
        const auto shaper = must(text::make_pango_shaper(flyer.fonts));
        shape_all(requests, *shaper);
    });
    time("shape/warm",
         [&, requests = record_requests(flyer)] { shape_all(requests, *flyer.shaper); });
    time("layout",
         [&] { benchmark::DoNotOptimize(layout::layout(flyer.document, *flyer.shaper)); });
    time("paint", [&] { benchmark::DoNotOptimize(paint::paint(flyer.placed)); });
}

void time_formats(Flyer& flyer) {
    for (const emit::Format& format : emit::formats()) {
        time(fmt::format("emit/{}", format.name), [&] {
            if (const auto* emit = std::get_if<emit::EmitDocument>(&format.emit))
                benchmark::DoNotOptimize((*emit)(flyer.document, {}));
            else
                benchmark::DoNotOptimize(test::files_of(std::get<emit::EmitScene>(format.emit),
                                                        flyer.scene, {}, flyer.cache));
        });
    }
    for (const emit::Format& format : emit::formats()) {
        time(fmt::format("page/{}", format.name), [&] {
            const auto document = must(resolve::resolve(load_flyer(flyer.inputs)));
            if (const auto* emit = std::get_if<emit::EmitDocument>(&format.emit)) {
                benchmark::DoNotOptimize((*emit)(document, {}));
                return;
            }
            const auto scene = paint::paint(must(layout::layout(document, *flyer.shaper)));
            benchmark::DoNotOptimize(
                test::files_of(std::get<emit::EmitScene>(format.emit), scene, {}, flyer.cache));
        });
    }
}

/// Prints as always, and keeps the CPU times to set them in proportion at the end.
class KeepingReporter : public benchmark::ConsoleReporter {
public:
    KeepingReporter() : ConsoleReporter(OO_Tabular) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) times_[run.benchmark_name()] = run.GetAdjustedCPUTime();
        ConsoleReporter::ReportRuns(runs);
    }

    /// Silent when a filter left one of the two out.
    void print_ratio(const std::string& whole, const std::string& part) const {
        const auto over = times_.find(whole), under = times_.find(part);
        if (over == times_.end() || under == times_.end()) return;
        fmt::print("warm page / replay of its scene: {:.2f} (goal {:.2f})\n",
                   over->second / under->second, kWarmPageGoal);
    }

private:
    std::map<std::string, double> times_;
};

int run(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    Flyer flyer;
    time_passes(flyer);
    time_formats(flyer);
    KeepingReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.print_ratio(kWholePage, kReplay);
    benchmark::Shutdown();
    return 0;
}

}  // namespace
}  // namespace broadside::bench

int main(int argc, char** argv) { return broadside::bench::run(argc, argv); }
