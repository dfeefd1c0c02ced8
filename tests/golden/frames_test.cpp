#include <cstdio>
#include <filesystem>

#include <gmock/gmock.h>

#include "golden/edition.hpp"
#include "golden/placed_reading.hpp"
#include "golden/plain_text.hpp"

/// What every language of every layout keeps to.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Frame {
    double left = 0, right = 0;
};

/// Lines of tables that reach over the sides of their table, marks of notes included.
std::vector<std::string> lines_outside_tables(const std::string& placed) {
    constexpr double kGrid = 0.01;  // the dump rounds to this
    std::vector<std::string> outside;
    Frame table;
    std::size_t table_indent = std::string::npos;
    for (const std::string& indented : lines_of(placed)) {
        const std::string line = without_indent(indented);
        const std::size_t indent = indented.size() - line.size();
        if (indent <= table_indent) table_indent = std::string::npos;
        double left = 0, width = 0;
        if (std::sscanf(line.c_str(), "table %lf,%*f %lfx", &left, &width) == 2) {
            table = {left, left + width};
            table_indent = indent;
        }
        if (table_indent == std::string::npos) continue;
        if (std::sscanf(line.c_str(), "line %lf,%*f width %lf", &left, &width) != 2) continue;
        if (left < table.left - kGrid || left + width > table.right + kGrid)
            outside.push_back(line);
    }
    return outside;
}

std::vector<std::string> names_in(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(repository_path(folder))) {
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    }
    return names;
}

std::string placed_in(const std::string& layout, const std::string& language) {
    DiskFileStore files;
    Job job = job_of({"data/messengers", "layouts/" + layout + ".json"});
    job.languages = {language};
    return clean(dump(job, Stage::Placed, files));
}

TEST(Tables, KeepTheirTextInsideInEveryLanguage) {
    for (const std::string& language : names_in("data/messengers/locales")) {
        const std::string placed = placed_in("flyer-a4", language);
        EXPECT_THAT(placed, HasSubstr("  table ")) << language;
        EXPECT_THAT(lines_outside_tables(placed), IsEmpty()) << language;
    }
}

TEST(Tables, KeepTheirTextInsideInEveryLayout) {
    for (const std::string& layout : names_in("layouts"))
        EXPECT_THAT(lines_outside_tables(placed_in(layout, "ar")), IsEmpty()) << layout;
}

}  // namespace
}  // namespace broadside::testing
