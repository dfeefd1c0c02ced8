#include <vector>

#include <gtest/gtest.h>

#include "conformance/mutants.hpp"

namespace broadside::conformance_test {

namespace {

TEST(CheckStructure, FindsFaultsOfTheTree) {
    expect_found(std::vector<Mutant>{
        {"types of one's own", 14, "/K 30 0 R", "/K 30 0 R /RoleMap << /Foo /P >>", "pdf-structure",
         "/RoleMap"},
        {"an unknown type", 51, "/S /P", "/S /Paragraph", "pdf-structure", "/Paragraph"},
        {"an unknown key", 51, "/S /P", "/S /P /R 1", "pdf-structure", "/R"},
        {"another parent", 52, "/P 51 0 R", "/P 30 0 R", "pdf-structure", "/P"},
        {"an element twice", 30, "57 0 R", "57 0 R 57 0 R", "pdf-structure", "twice"},
        {"an element that holds nothing", 57, "/K 0", "", "pdf-structure", "holds nothing"},
        {"no page", 57, "/Pg 17 0 R", "", "pdf-structure", "/Pg"},
        {"another page", 57, "/Pg 17 0 R", "/Pg 3 0 R", "pdf-structure", "MCID 0"},
        {"a mark that is not there", 56, "/K 2", "/K [2 3]", "pdf-structure", "MCID 3"},
        {"a mark of nobody", 51, "/K [8 52 0 R]", "/K [52 0 R]", "pdf-structure", "MCID 8"},
        {"a mark of two", 51, "/K [8 52 0 R]", "/K [7 8 52 0 R]", "pdf-structure", "MCID 7"},
        {"no language", 51, "(de-CH)", "(de-)", "pdf-structure", "/Lang"},
        {"no key of the next page", 14, "/ParentTreeNextKey 4", "/ParentTreeNextKey 3",
         "pdf-structure", "/ParentTreeNextKey"},
        {"private use in its words", 56, "(AB)", "<FEFFE000>", "pdf-structure", "U+E000"},
    });
}

TEST(CheckStructure, FindsFaultsOfTheGrammar) {
    expect_found(std::vector<Mutant>{
        {"a row outside of a table", 51, "/S /P", "/S /TR", "pdf-structure", "TR"},
        {"words in a section", 30, "/K [31 0 R", "/Pg 3 0 R /K [8 31 0 R", "pdf-structure",
         "Document"},
        {"a skipped level", 57, "/S /H2", "/S /H3", "pdf-structure", "H3"},
        {"no heading of level 1", 31, "/S /H1", "/S /P", "pdf-structure", "skips"},
        {"a late caption", 33, "34 0 R 35 0 R 39 0 R", "35 0 R 34 0 R 39 0 R", "pdf-structure",
         "Caption"},
        {"a head behind the rows", 33, "35 0 R 39 0 R", "39 0 R 35 0 R", "pdf-structure", "THead"},
        {"a cell in the rows", 39, "/S /TBody", "/S /TD", "pdf-structure", "TD"},
        {"a list without items", 61, "/S /LI", "/S /P", "pdf-structure", "L"},
        {"an item without a body", 61, "48 0 R 49 0 R", "48 0 R", "pdf-structure", "LBody"},
        {"a label behind its body", 61, "48 0 R 49 0 R", "49 0 R 48 0 R", "pdf-structure", "Lbl"},
        {"a picture without words", 32, "/Alt (yes)", "", "pdf-structure", "/Alt"},
        {"a picture with blank words", 32, "/Alt (yes)", "/Alt ( )", "pdf-structure", "/Alt"},
        {"a picture of no place", 32, "/BBox [300 600 310 610]", "", "pdf-structure", "/BBox"},
        {"a picture beside its page", 32, "/BBox [300 600 310 610]", "/BBox [300 600 310 810]",
         "pdf-structure", "/BBox"},
        {"a note without a name", 54, "/ID (n1)", "", "pdf-structure", "/ID"},
        {"a link without a place", 53, " << /Type /OBJR /Obj 21 0 R /Pg 3 0 R >>", "",
         "pdf-structure", "Link"},
        {"a reference without a link", 52, "/K 53 0 R", "/Pg 3 0 R /K 11", "pdf-structure",
         "Reference"},
        {"a list of unknown numbering", 47, "/Disc", "/Dots", "pdf-structure", "/ListNumbering"},
        {"an attribute of another owner", 47, "/O /List", "/O /Table", "pdf-structure", "/O"},
        {"an empty abbreviation", 37, "/S /TH", "/S /TH /E ()", "pdf-structure", "/E"},
        {"an empty text", 56, "(AB)", "()", "pdf-structure", "/ActualText"},
        {"a list of no numbering", 47, "/A << /O /List /ListNumbering /Disc >>", "",
         "pdf-structure", "/ListNumbering"},
        {"words for what is no picture", 51, "/S /P", "/S /P /Alt (words)", "pdf-structure",
         "/Alt"},
        {"a picture that is none", 32, "/S /Figure", "/S /Span", "pdf-structure", "/Alt"},
        {"a heading of a blank", 18, "<0002> Tj EMC", "<0003> Tj EMC", "pdf-structure", "H2"},
        {"attributes of one owner twice", 46, "<< /O /Table /ColSpan 2 /Headers [(c1) (c2)] >>",
         "[<< /O /Table /ColSpan 2 /Headers [(c1) (c2)] >> << /O /Table /ColSpan 1 >>]",
         "pdf-structure", "twice"},
        {"an unknown attribute", 47, "/O /List", "/O /List /Foo 1", "pdf-structure", "/Foo"},
    });
}

TEST(CheckTable, FindsFaultsOfTheGrid) {
    expect_found(std::vector<Mutant>{
        {"a short row", 46, "/ColSpan 2 ", "", "pdf-table", "row 4"},
        {"a long row", 46, "/ColSpan 2", "/ColSpan 3", "pdf-table", "row 4"},
        {"a hole", 41, "/RowSpan 2", "/RowSpan 1", "pdf-table", "row 3"},
        {"cells over each other", 41, "/RowSpan 2", "/RowSpan 3", "pdf-table", "row 4"},
        {"a cell below the last row", 46, "/ColSpan 2", "/ColSpan 2 /RowSpan 2", "pdf-table",
         "row 4"},
        {"no columns", 46, "/ColSpan 2", "/ColSpan 0", "pdf-table", "/ColSpan"},
        {"too many columns", 46, "/ColSpan 2", "/ColSpan 2000000000", "pdf-table", "/ColSpan"},
        {"no scope", 37, "/Scope /Column ", "", "pdf-table", "/Scope"},
        {"an unknown scope", 37, "/Column", "/Col", "pdf-table", "/Scope"},
        {"a scope of a cell", 42, "/Headers", "/Scope /Row /Headers", "pdf-table", "/Scope"},
        {"a cell without heads", 42, " /A << /O /Table /Headers [(c2) (r1)] >>", "", "pdf-table",
         "/Headers"},
        {"no heads", 42, "[(c2) (r1)]", "[]", "pdf-table", "/Headers"},
        {"a head that is not there", 42, "(c2)", "(c9)", "pdf-table", "c9"},
        {"a head by a name", 42, "(c2)", "/c2", "pdf-table", "c2"},
        {"a head that is none", 42, "(c2)", "(n1)", "pdf-table", "n1"},
    });
}

TEST(CheckTable, FindsHeadsOfOtherCells) {
    expect_found(std::vector<Mutant>{
        {"a head of another column", 42, "(c2) (r1)", "(c1) (r1)", "pdf-table", "(c1)"},
        {"no head of the row", 42, "(c2) (r1)", "(c2)", "pdf-table", "(r1)"},
        {"no head of the second row", 44, "(c2) (r1)", "(c2)", "pdf-table", "(r1)"},
        {"no head of the second column", 46, "(c1) (c2)", "(c1)", "pdf-table", "(c2)"},
        {"a scope of the other direction", 37, "/Column", "/Row", "pdf-table", "(c1)"},
        {"a row's head for its column", 41, "/Row", "/Column", "pdf-table", "(r1)"},
        {"cells in another order", 40, "[41 0 R 42 0 R]", "[42 0 R 41 0 R]", "pdf-table", "(c2)"},
        {"no head of the section", 67, "(s1) ", "", "pdf-table", "(s1)"},
        {"no head of a section's row", 66, "(s1)", "", "pdf-table", "(s1)"},
        {"the head of another section", 46, "(c1) (c2)", "(c1) (c2) (s1)", "pdf-table", "(s1)"},
        {"a head twice", 42, "(c2) (r1)", "(c2) (r1) (r1)", "pdf-table", "(r1)"},
    });
}

TEST(CheckNames, FindsFaultsOfTheIdTree) {
    expect_found(std::vector<Mutant>{
        {"a name twice", 38, "/ID (c2)", "/ID (c1)", "pdf-structure", "c1"},
        {"a name of another", 60, "(c1) 37 0 R", "(c1) 38 0 R", "pdf-structure", "c1"},
        {"a name that is not listed", 60, "(c1) 37 0 R ", "", "pdf-structure", "c1"},
        {"a name of nothing", 60, "(r1)", "(q1) 41 0 R (r1)", "pdf-structure", "q1"},
        {"names out of order", 60, "(c1) 37 0 R (c2) 38 0 R", "(c2) 38 0 R (c1) 37 0 R",
         "pdf-structure", "order"},
    });
}

TEST(CheckParents, FindsFaultsOfTheParentTree) {
    expect_found(std::vector<Mutant>{
        {"no list of a page", 15, "0 16 0 R ", "", "pdf-structure", "page 1"},
        {"another list", 15, "1 19 0 R", "1 16 0 R", "pdf-file", "object 16"},
        {"another element", 19, "55 0 R", "56 0 R", "pdf-structure", "MCID 1"},
        {"a short list", 19, " 56 0 R", "", "pdf-structure", "MCID 2"},
        {"a long list", 19, "56 0 R", "56 0 R 56 0 R", "pdf-structure", "page 2"},
        {"keys out of order", 15, "2 50 0 R 3 53 0 R", "3 53 0 R 2 50 0 R", "pdf-structure",
         "order"},
        {"a link of another element", 15, "2 50 0 R", "2 53 0 R", "pdf-structure", "object 20"},
        {"a key of nothing", 15, "3 53 0 R]", "3 53 0 R 9 53 0 R]", "pdf-structure", "9"},
        {"two pages of one key", 17, "/StructParents 1", "/StructParents 0", "pdf-structure",
         "page 2"},
    });
}

}  // namespace

}  // namespace broadside::conformance_test
