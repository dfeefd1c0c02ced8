#pragma once

#include <optional>
#include <regex>
#include <stdexcept>
#include <string>
#include <vector>

#include "emit/tool.hpp"
#include "golden/plain_text.hpp"

/// A finished SVG as libxml2 reads it. In an XPath, `svg:` stands before SVG's names.
namespace broadside::testing {

/// What xmllint finds; nothing when that is nothing.
inline std::optional<std::string> run_xmllint(const std::string& svg, const std::string& path) {
    if (!test::has_tool("xmllint"))
        throw std::runtime_error("this test needs the program xmllint: install libxml2-utils");
    const TemporaryFolder folder;
    // xmllint has no way to name a namespace.
    folder.write("path",
                 std::regex_replace(path, std::regex("svg:(\\w+)"), "*[local-name()='$1']"));
    const test::ToolOutput output =
        test::run_tool("xmllint --huge --xpath \"$(cat '" + (folder / "path") + "')\" {}", svg);
    if (output.text.find("XPath set is empty") != std::string::npos) return std::nullopt;
    if (output.status != 0) throw std::runtime_error("xmllint failed: " + output.text);
    return output.text;
}

/// The text of the first element that the path finds, on one line.
inline std::string xml_text(const std::string& svg, const std::string& path) {
    return one_line(run_xmllint(svg, "normalize-space(" + path + ")").value_or(""));
}

/// The values of the attributes that the path finds.
inline std::vector<std::string> xml_values(const std::string& svg, const std::string& path) {
    std::vector<std::string> values;
    for (const std::string& line : lines_of(run_xmllint(svg, path).value_or(""))) {
        const std::size_t begin = line.find('"');
        if (begin == std::string::npos) continue;
        values.push_back(without_entities(line.substr(begin + 1, line.rfind('"') - begin - 1)));
    }
    return values;
}

}  // namespace broadside::testing
