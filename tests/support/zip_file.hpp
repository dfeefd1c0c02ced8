#pragma once

#include <map>
#include <string>

#include <gtest/gtest.h>
#include <zip.h>

namespace broadside::testing {

/// The bytes of an archive of those files, as workbooks are.
inline std::string zipped(const std::map<std::string, std::string>& files) {
    zip_error_t problem;
    zip_error_init(&problem);
    zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, &problem);
    zip_source_keep(memory);
    zip_t* archive = zip_open_from_source(memory, ZIP_TRUNCATE, &problem);
    for (const auto& [path, bytes] : files) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        EXPECT_GE(zip_file_add(archive, path.c_str(), source, 0), 0);
    }
    EXPECT_EQ(zip_close(archive), 0);
    zip_stat_t size;
    zip_source_stat(memory, &size);
    std::string result(size.size, '\0');
    zip_source_open(memory);
    zip_source_read(memory, result.data(), result.size());
    zip_source_close(memory);
    zip_source_free(memory);
    zip_error_fini(&problem);
    return result;
}

inline constexpr char kXmlOfSheets[] =
    R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" )"
    R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";

/// A workbook with one sheet, "Plans". `more` are other parts, `styles` the formats of cells.
struct TinyWorkbook {
    std::string sheet;             // inside <worksheet>
    std::string strings = {};      // <si>…
    std::string styles = {};       // inside <styleSheet>
    std::string workbook_pr = {};  // its element
    std::string links = {};        // <Relationship …> of the sheet

    std::string bytes() const {
        const std::string types =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const std::string list =
            R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
        const auto relation = [&](const std::string& id, const std::string& type,
                                  const std::string& target) {
            return "<Relationship Id=\"" + id + "\" Type=\"" + types + "/" + type + "\" Target=\"" +
                   target + "\"/>";
        };
        const std::string xml = kXmlOfSheets;
        return zipped(
            {{"_rels/.rels",
              list + relation("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
             {"xl/_rels/workbook.xml.rels",
              list + relation("r1", "worksheet", "worksheets/sheet1.xml") +
                  relation("r2", "styles", "styles.xml") +
                  relation("r3", "sharedStrings", "/xl/strings.xml") + "</Relationships>"},
             {"xl/workbook.xml",
              "<workbook" + xml + ">" + workbook_pr +
                  R"(<sheets><sheet name="Plans" sheetId="1" r:id="r1"/></sheets></workbook>)"},
             {"xl/styles.xml", "<styleSheet" + xml + ">" + styles + "</styleSheet>"},
             {"xl/strings.xml", "<sst" + xml + ">" + strings + "</sst>"},
             {"xl/worksheets/sheet1.xml", "<worksheet" + xml + ">" + sheet + "</worksheet>"},
             {"xl/worksheets/_rels/sheet1.xml.rels", list + links + "</Relationships>"}});
    }
};

}  // namespace broadside::testing
