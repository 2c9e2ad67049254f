"""Layouts: how the tables of a file are recognised, whatever their position.

A family that is not a sheet has a module of its own, which opens with what it looks like:

    webapi         answers `model=data` of the WebAPI: lists of labels and one object of values
    simdasi        tables of the yearbooks (WebAPI `interoperabilitas`): rows with `variables`
    static_table   answers `model=statictable`: a page of HTML inside JSON, read as a sheet

Families of sheets differ in what stands where, and an office mixes them, so each trait has its module and every sheet
goes through all of them:

    stacked tables of a regional office (Prod1, Template, Exp)      block, heading: titles, repeated heads, headings
    page of a publication, table of a website (HTML, CSV)           column: heads of several rows, groups, marks
    industries or regions across, periods in rows                   column, label: what stands across, what in rows
    a sheet a measure, a region, a year                             sheet_name, context: facts of names and titles
    tables side by side                                             block.bands, segment
    rows of one figure each (long tables)                           labels_of_rows, label: columns of labels and heads
    a table an industry; tables of other subjects                   subject

What they share: `period_word`, `words` and `cell_word` read the text of a cell, `figure` hands on, `number_form`,
`settled`, `release_state`, `absent` and `assemble` make rows of it, and `stranger` and `unread` tell what was not read.
"""
