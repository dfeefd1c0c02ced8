#include "broadside/batch/manifest_place.hpp"

#include <gtest/gtest.h>

namespace broadside::batch {
namespace {

std::string place_for(const std::string& output, const Shard& shard = {},
                      const std::string& manifest = "") {
    Job job;
    job.output = output;
    job.shard = shard;
    job.manifest = manifest;
    return manifest_path(job, *parse_pattern(output));
}

TEST(ManifestPath, IsTheFolderThatAllOutputsShare) {
    EXPECT_EQ(place_for("output/{name}-{lang}.{ext}"), "output/manifest.json");
    EXPECT_EQ(place_for("out/put/{lang}/{name}.pdf"), "out/put/manifest.json");
    EXPECT_EQ(place_for("out/flyer-{lang}.pdf"), "out/manifest.json");
    EXPECT_EQ(place_for("{lang}/flyer.pdf"), "manifest.json");
    EXPECT_EQ(place_for("/{lang}.pdf"), "/manifest.json");
}

TEST(ManifestPath, IsNowhereForOneFile) {
    EXPECT_EQ(place_for("flyer.pdf"), "");
    EXPECT_EQ(place_for("-"), "");
}

TEST(ManifestPath, NamesTheShard) {
    EXPECT_EQ(place_for("out/{lang}.pdf", {2, 3}), "out/manifest-2-of-3.json");
}

TEST(ManifestPath, IsWhereTheJobSays) {
    EXPECT_EQ(place_for("flyer.pdf", {2, 3}, "m.json"), "m.json");
}

TEST(PathInManifest, IsSeenFromItsFolder) {
    EXPECT_EQ(path_in_manifest("output/de/a.pdf", "output/manifest.json"), "de/a.pdf");
    EXPECT_EQ(path_in_manifest("a.pdf", "manifest.json"), "a.pdf");
    EXPECT_EQ(path_in_manifest("output/a.pdf", "log/manifest.json"), "../output/a.pdf");
}

TEST(PathFromManifest, IsTheWayBack) {
    EXPECT_EQ(path_from_manifest("de/a.pdf", "output/manifest.json"), "output/de/a.pdf");
    EXPECT_EQ(path_from_manifest("../output/a.pdf", "log/manifest.json"), "output/a.pdf");
    EXPECT_EQ(path_from_manifest("a.pdf", "manifest.json"), "a.pdf");
}

}  // namespace
}  // namespace broadside::batch
