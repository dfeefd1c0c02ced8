#include "lint/include_rule.hpp"

#include <gmock/gmock.h>

namespace broadside::lint {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(IncludeRule, AllowsANounItsFolderAndBase) {
    const SourceFile file{"src/broadside/doc/dump.hpp",
                          "#include <vector>\n#include \"broadside/doc/document.hpp\"\n"
                          "#include \"broadside/base/units.hpp\"\n"};
    EXPECT_THAT(include_problems(file), IsEmpty());
}

TEST(IncludeRule, RefusesAPassInANoun) {
    const SourceFile file{"src/broadside/doc/document.hpp",
                          "\n#include \"broadside/layout/layout.hpp\"\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/doc/document.hpp:2: doc must not see "
                            "\"broadside/layout/layout.hpp\""));
}

TEST(IncludeRule, RefusesAPassInAPass) {
    const SourceFile file{"src/broadside/paint/paint.cpp",
                          "#include \"broadside/layout/measure.hpp\"\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/paint/paint.cpp:1: paint must not see "
                            "\"broadside/layout/measure.hpp\""));
}

TEST(IncludeRule, ShowsLayoutTheShaperAndNothingElseOfText) {
    const SourceFile file{"src/broadside/layout/measure.cpp",
                          "#include \"broadside/text/shaper.hpp\"\n"
                          "#include \"broadside/text/pango_shaper.hpp\"\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/layout/measure.cpp:2: layout must not see "
                            "\"broadside/text/pango_shaper.hpp\""));
}

TEST(IncludeRule, TreatsASubfolderAsItsFolder) {
    const SourceFile file{"src/broadside/resolve/cells/text_cell.cpp",
                          "#include \"broadside/emit/emit.hpp\"\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/resolve/cells/text_cell.cpp:1: resolve must not see "
                            "\"broadside/emit/emit.hpp\""));
}

TEST(IncludeRule, LetsTheFacadeSeeEveryPass) {
    const SourceFile file{
        "src/broadside/job.cpp",
        "#include \"broadside/load/load.hpp\"\n#include \"broadside/emit/emit.hpp\"\n"};
    EXPECT_THAT(include_problems(file), IsEmpty());
}

TEST(IncludeRule, KeepsWhatStandsBehindThePublicHeadersOutOfThem) {
    const SourceFile file{
        "src/broadside/job.hpp",
        "#include \"broadside/option.hpp\"\n#include \"broadside/base/result.hpp\"\n"
        "#include \"broadside/job/sources.hpp\"\n"};
    EXPECT_THAT(include_problems(file), ElementsAre("src/broadside/job.hpp:3: a public header must "
                                                    "not see \"broadside/job/sources.hpp\""));
}

TEST(IncludeRule, ShowsCliThePublicHeadersOnly) {
    const SourceFile file{
        "src/cli/main.cpp",
        "#include \"broadside/broadside.hpp\"\n#include \"broadside/scene/scene.hpp\"\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/cli/main.cpp:2: cli must not see \"broadside/scene/scene.hpp\""));
}

TEST(IncludeRule, RefusesPathsThatAreRelativeToTheFile) {
    const SourceFile file{"src/broadside/layout/wrap.cpp", "#include \"wrap.hpp\"\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/layout/wrap.cpp:1: \"wrap.hpp\" is not "
                            "written from the include root src/"));
}

TEST(IncludeRule, KeepsJsonOutOfHeaders) {
    const SourceFile file{"src/broadside/load/syntax/json_tree.hpp",
                          "#include <nlohmann/json.hpp>\n"};
    EXPECT_THAT(include_problems(file), ElementsAre("src/broadside/load/syntax/json_tree.hpp:1: "
                                                    "<nlohmann/json.hpp> belongs in a .cpp file"));
}

TEST(IncludeRule, KeepsCairoInEmitAndPangoInText) {
    const SourceFile paint{"src/broadside/paint/paint.cpp", "#include <cairo.h>\n"};
    const SourceFile layout{"src/broadside/layout/wrap.hpp", "#include <pango/pango.h>\n"};
    EXPECT_THAT(include_problems(paint),
                ElementsAre("src/broadside/paint/paint.cpp:1: paint must not see <cairo.h>"));
    EXPECT_THAT(
        include_problems(layout),
        ElementsAre("src/broadside/layout/wrap.hpp:1: layout must not see <pango/pango.h>"));
}

TEST(IncludeRule, RefusesALibraryWithoutARule) {
    const SourceFile file{"src/broadside/base/colour.hpp", "#include <boost/variant.hpp>\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/base/colour.hpp:1: base must not see "
                            "<boost/variant.hpp>: no rule allows this library"));
}

TEST(IncludeRule, KeepsTheDiskOutOfPasses) {
    const SourceFile file{"src/broadside/emit/pdf.cpp", "#include <fstream>\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/emit/pdf.cpp:1: emit must not see "
                            "<fstream>: the outside world enters through the job"));
}

TEST(IncludeRule, LetsTheShaperReadTheFilesOfTheManifest) {
    EXPECT_THAT(include_problems({"src/broadside/text/font_files.cpp", "#include <fcntl.h>\n"}),
                IsEmpty());
    EXPECT_THAT(include_problems({"src/broadside/emit/faces.cpp", "#include <fcntl.h>\n"}),
                SizeIs(1));
}

TEST(IncludeRule, AsksForALineForANewFolder) {
    const SourceFile file{"src/broadside/watch/watch.cpp",
                          "#include \"broadside/base/units.hpp\"\n"};
    EXPECT_THAT(include_problems(file),
                ElementsAre("src/broadside/watch/watch.cpp:1: the dependency rule has "
                            "no line for 'watch'"));
}

TEST(IncludeRule, LooksAtSourcesOnly) {
    const SourceFile file{"tests/layout/wrap_test.cpp", "#include \"broadside/emit/emit.hpp\"\n"};
    EXPECT_THAT(include_problems(file), IsEmpty());
}

}  // namespace
}  // namespace broadside::lint
