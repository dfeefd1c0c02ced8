#include <gtest/gtest.h>

#include "emit/picture.hpp"
#include "golden/edition.hpp"
#include "golden/xml_reading.hpp"

/// Symbols of a dataset's own, in the finished files.
namespace broadside::testing {
namespace {

std::string symbol(const std::string& content) {
    return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>" + content + "</svg>";
}

/// One row for each value, in the default layout without a legend.
class SymbolTable {
public:
    SymbolTable& value(const std::string& id, const std::string& tone, const std::string& drawing) {
        folder_.write("symbols/" + id + ".svg", symbol(drawing));
        values_ += (values_.empty() ? "" : ",") + ("\"" + id + "\": {\"label\": \"" + id) +
                   "\", \"symbol\": \"" + id + "\", \"tone\": \"" + tone + "\"}";
        rows_ += (rows_.empty() ? "" : ",") + ("{\"id\": \"" + id + "\", \"n\": \"n\", \"s\": \"") +
                 id + "\"}";
        return *this;
    }

    std::string file(const std::string& format) {
        folder_.write(
            "dataset.json",
            R"({"format": 1, "id": "s", "language": "en", "title": "T", "values": {"v": {"values": {)" +
                values_ +
                R"(}}}, "columns": [{"id": "n", "kind": "name", "title": "n"},
                          {"id": "s", "kind": "symbol", "values": "v", "title": "s"}],
                          "sections": [{"id": "x", "rows": [)" +
                rows_ + "]}]}");
        folder_.write("plain.json",
                      R"({"format": 1, "name": "plain", "blocks": [{"kind": "table"}]})");
        Job job = job_of({"", ""}, {format});
        job.dataset = folder_.path();
        job.layouts = {folder_ / "plain.json"};
        job.output_options.ppi = 72;
        return only_file_of(job);
    }

private:
    TemporaryFolder folder_;
    std::string values_, rows_;
};

TEST(DrawnSymbols, TakeTheirTonesWhereTheyNameNoColour) {
    const std::string square = "d='M4 4h16v16H4z'/>";
    SymbolTable table;
    table.value("plain", "good", "<path " + square)
        .value("current", "good", "<path fill='CURRENTcolor' " + square)
        .value("bad", "bad", "<path " + square)
        .value("black", "bad", "<path fill='black' " + square)
        .value("inherits", "bad", "<g fill='#000'><path " + square + "</g>");
    const auto fills = xml_values(table.file("svg"), "//svg:g[@role='img']/svg:path/@fill");
    ASSERT_EQ(fills.size(), 5u);
    EXPECT_EQ(fills[0], fills[1]);
    EXPECT_NE(fills[0], fills[2]);
    EXPECT_NE(fills[2], "#000000");
    EXPECT_EQ(fills[3], "#000000");
    EXPECT_EQ(fills[4], "#000000");
}

/// Pixels of the red that no layout has.
std::size_t red_pixels(const std::string& png) {
    const test::Picture picture = test::decode_png(png);
    std::size_t count = 0;
    for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
        count += picture.rgb[i] > 0xe0 && picture.rgb[i + 1] < 0x60 && picture.rgb[i + 2] < 0x60;
    }
    return count;
}

TEST(DrawnSymbols, AreCutOffAtTheirViewBoxInEveryFormat) {
    SymbolTable table;
    table.value("spills", "good", "<circle cx='12' cy='12' r='60' fill='#f00'/>");
    // The symbol is 11 pt high.
    constexpr double kPixels = 11 * 11, kEdges = 4 * 11 + 4;
    EXPECT_NEAR(static_cast<double>(red_pixels(table.file("png"))), kPixels, kEdges);
    const auto svg = test::run_tool("rsvg-convert -d 72 -p 72 {}", table.file("svg"));
    EXPECT_NEAR(static_cast<double>(red_pixels(svg.text)), kPixels, kEdges);
    const auto pdf = test::run_tool("pdftoppm -r 72 -png {}", table.file("pdf"));
    EXPECT_NEAR(static_cast<double>(red_pixels(pdf.text)), kPixels, kEdges);
}

}  // namespace
}  // namespace broadside::testing
