#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "emit/tool.hpp"
#include "golden/plain_text.hpp"

/// A finished SVG as libxml2 reads it. In an XPath, `svg:` stands before SVG's names.
namespace broadside::testing {

inline std::string run_xmllint(const std::string& svg, const std::string& commands) {
    if (!test::has_tool("xmllint"))
        throw std::runtime_error("this test needs the program xmllint: install libxml2-utils");
    const TemporaryFolder folder;
    folder.write("commands", "setns svg=http://www.w3.org/2000/svg\n" + commands);
    const test::ToolOutput output =
        test::run_tool("xmllint --huge --shell {} <'" + (folder / "commands") + "'", svg);
    if (output.status != 0) throw std::runtime_error("xmllint failed: " + output.text);
    return replaced(output.text, "/ > ", "");
}

/// The text of the first element that the path finds, on one line.
inline std::string xml_text(const std::string& svg, const std::string& path) {
    const std::string answer = run_xmllint(svg, "xpath normalize-space(" + path + ")\n");
    const std::string begin = "Object is a string : ";
    const std::size_t at = answer.find(begin);
    if (at == std::string::npos) throw std::runtime_error(answer);
    return one_line(answer.substr(at + begin.size()));
}

/// The values of the attributes that the path finds.
inline std::vector<std::string> xml_values(const std::string& svg, const std::string& path) {
    std::vector<std::string> values;
    for (const std::string& line : lines_of(run_xmllint(svg, "cat " + path + "\n"))) {
        const std::size_t begin = line.find('"');
        if (begin == std::string::npos) continue;
        values.push_back(without_entities(line.substr(begin + 1, line.rfind('"') - begin - 1)));
    }
    return values;
}

}  // namespace broadside::testing
