#include <algorithm>
#include <string>

#include <gmock/gmock.h>

#include "lint/house_rule.hpp"
#include "lint/include_rule.hpp"

/// The rules, applied to the repository that these tests stand in.
namespace broadside::lint {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<SourceFile>& repository() {
    static const auto files = read_repository(BROADSIDE_SOURCE_DIR);
    return files;
}

std::vector<Problem> all_problems(std::vector<Problem> (*rule)(const SourceFile&)) {
    std::vector<Problem> problems;
    for (const SourceFile& file : repository()) {
        const auto found = rule(file);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    return problems;
}

TEST(Repository, KeepsTheDependencyRule) { EXPECT_THAT(all_problems(include_problems), IsEmpty()); }

TEST(Repository, HasCleanText) { EXPECT_THAT(all_problems(text_problems), IsEmpty()); }

TEST(Repository, HasCleanCode) { EXPECT_THAT(all_problems(code_problems), IsEmpty()); }

TEST(Repository, HasOneHeaderThatIncludesAllPublicOnes) {
    const std::string folder = "src/broadside/", all = folder + "broadside.hpp";
    const auto is_public = [&](const SourceFile& file) {
        return file.path.starts_with(folder) && file.path.ends_with(".hpp") &&
               file.path.find('/', folder.size()) == std::string::npos && file.path != all;
    };
    const auto including = std::find_if(repository().begin(), repository().end(),
                                        [&](const SourceFile& file) { return file.path == all; });
    ASSERT_NE(including, repository().end());
    for (const SourceFile& file : repository()) {
        if (!is_public(file)) continue;
        EXPECT_THAT(including->text, HasSubstr("#include \"" + file.path.substr(4) + "\"\n"));
    }
}

}  // namespace
}  // namespace broadside::lint
