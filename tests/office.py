# office.py - edits workbooks in LibreOffice, as a person would at a meeting
#
# A macro of a profile of its own does one list of steps after the other, each
# on the workbook as it was, and writes down what all cells hold then, or saves
# it.
import os
import subprocess

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE %s PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "%s">
'''
LIBRARIES = HEAD % ("library:libraries", "libraries.dtd") + '''
<library:libraries xmlns:library="http://openoffice.org/2000/library"
 xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/\
script.xlb/" xlink:type="simple" library:link="false"/></library:libraries>
'''
LIBRARY = HEAD % ("library:library", "library.dtd") + '''
<library:library xmlns:library="http://openoffice.org/2000/library"
 library:name="Standard" library:readonly="false"
 library:passwordprotected="false">
<library:element library:name="Edits"/></library:library>
'''
MODULE = HEAD % ("script:module", "module.dtd") + '''
<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Edits" script:language="StarBasic">%s</script:module>
'''
BASIC = '''
Sub Main(jobs As String)
  Dim job As String, document, hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  On Error GoTo Failed
  reader = FreeFile
  Open jobs For Input As #reader
  Do While Not EOF(reader)
    Line Input #reader, job
    part = Split(job, Chr(9))
    Select Case part(0)
    Case "open"
      document = StarDesktop.loadComponentFromURL(ConvertToURL(part(1)), _
        "_blank", 0, hidden())
      For Each sheet In document.Sheets
        If sheet.isProtected() Then sheet.unprotect("")
      Next
    Case "insert"
      document.Sheets.getByName(part(1)).Rows.insertByIndex(CLng(part(2)) - 1, 1)
    Case "delete"
      document.Sheets.getByName(part(1)).Rows.removeByIndex(CLng(part(2)) - 1, 1)
    Case "show"
      document.Sheets.getByName(part(1)).Rows.getByIndex( _
        CLng(part(2)) - 1).IsVisible = True
    Case "text"
      cell = document.Sheets.getByName(part(1)).getCellRangeByName(part(2))
      cell.setString(part(3))
    Case "number"
      cell = document.Sheets.getByName(part(1)).getCellRangeByName(part(2))
      cell.setValue(Val(part(3)))
    Case "blank"
      cell = document.Sheets.getByName(part(1)).getCellRangeByName(part(2))
      cell.clearContents(7)
    Case "sort"
      SortRows(document.Sheets.getByName(part(1)).getCellRangeByName(part(2)), _
        CLng(part(3)), part(4) = "down")
    Case "filter"
      FilterRows(document.Sheets.getByName(part(1)).getCellRangeByName(part(2)), _
        CLng(part(3)), part(4))
    Case "type"
      cell = document.Sheets.getByName(part(1)).getCellRangeByName(part(2))
      cell.FormulaLocal = part(3)
    Case "rename"
      document.Sheets.getByName(part(1)).Name = part(2)
    Case "last"
      document.Sheets.moveByName(part(1), document.Sheets.Count)
    Case "add"
      document.Sheets.insertNewByName(part(1), document.Sheets.Count)
    Case "copy"
      sheet = document.Sheets.getByName(part(1))
      sheet.Rows.insertByIndex(CLng(part(2)), 1)
      sheet.copyRange( _
        sheet.getCellByPosition(0, CLng(part(2))).CellAddress, _
        sheet.Rows.getByIndex(CLng(part(2)) - 1).RangeAddress)
    Case "move"
      sheet = document.Sheets.getByName(part(1))
      sheet.moveRange( _
        sheet.getCellRangeByName(part(3)).getCellByPosition(0, 0).CellAddress, _
        sheet.getCellRangeByName(part(2)).RangeAddress)
    Case "comment"
      sheet = document.Sheets.getByName(part(1))
      sheet.Annotations.insertNew( _
        sheet.getCellRangeByName(part(2)).CellAddress, part(3))
    Case "save"
      SaveBook(document, part(1))
      document.close(True)
    Case "write"
      document.calculateAll()
      WriteCells(document, part(1))
      document.close(True)
    End Select
  Loop
Failed:
  If Err Then
    failing = FreeFile
    Open jobs &amp; ".failed" For Output As #failing
    Print #failing, job &amp; ": " &amp; Error &amp; ", line " &amp; Erl
    Close #failing
  End If
  StarDesktop.terminate()
End Sub

Sub SaveBook(document, path)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL(ConvertToURL(path), how())
End Sub

Sub SortRows(area, field, down)
  Dim fields(0) As New com.sun.star.table.TableSortField
  Dim how(1) As New com.sun.star.beans.PropertyValue
  fields(0).Field = field
  fields(0).IsAscending = Not down
  how(0).Name = "SortFields"
  how(0).Value = fields()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  area.sort(how())
End Sub

Sub FilterRows(area, field, word)
  Dim fields(0) As New com.sun.star.sheet.TableFilterField
  fields(0).Field = field
  fields(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
  fields(0).StringValue = word
  filtering = area.createFilterDescriptor(True)
  filtering.ContainsHeader = True
  filtering.setFilterFields(fields())
  area.filter(filtering)
End Sub

Sub WriteCells(document, path)
  writer = FreeFile
  Open path For Output As #writer
  For Each sheet In document.Sheets
    Print #writer, "sheet" &amp; Chr(9) &amp; sheet.Name
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    area = sheet.getCellRangeByPosition(0, 0, _
      cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
    rows = area.getDataArray()
    For Each row In rows
      For i = 0 To UBound(row)
        value = row(i)
        If IsEmpty(value) Then
          row(i) = "e"
        ElseIf TypeName(value) = "Double" Then
          row(i) = "n" &amp; Str(value)
        Else
          value = Join(Split(value, Chr(10)), " ")
          row(i) = "t" &amp; Join(Split(value, Chr(9)), " ")
        End If
      Next
      Print #writer, "row" &amp; Chr(9) &amp; Join(row, Chr(9))
    Next
    For Each wrong In sheet.queryFormulaCells(4)
      Print #writer, "error" &amp; Chr(9) &amp; wrong.AbsoluteName
    Next
  Next
  Close #writer
End Sub
'''


class Book:
    """what the sheets hold after the edits, by the rows' place from 0"""

    def __init__(self, path):
        self.sheets, self.errors = {}, []
        with open(path, encoding="utf-8") as file:
            for line in file:
                kind, *cells = line.rstrip("\n").split("\t")
                if kind == "sheet":
                    rows = self.sheets[cells[0]] = []
                elif kind == "row":
                    rows.append([value_of(c) for c in cells])
                else:
                    self.errors.append(cells[0])


def value_of(cell):
    """a number, a text, or None"""
    if cell[0] == "n":
        return float(cell[1:])
    return cell[1:] or None


def run(profile, *args):
    subprocess.run(["soffice", "-env:UserInstallation=file://" + profile,
                    "--headless", "--norestore", *args], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                   timeout=600)


def set_profile(folder):
    """a profile that has the macro, which its first start would remove"""
    profile = os.path.join(folder, "editing")
    basic = os.path.join(profile, "user", "basic")
    run(profile, "--terminate_after_init")
    os.makedirs(os.path.join(basic, "Standard"), exist_ok=True)
    for path, text in (("script.xlc", LIBRARIES),
                       ("Standard/script.xlb", LIBRARY),
                       ("Standard/Edits.xba", MODULE % BASIC)):
        with open(os.path.join(basic, path), "w") as file:
            file.write(text)
    return profile


def do_steps(folder, lines):
    profile = set_profile(folder)
    list_path = os.path.join(folder, "edits.txt")
    with open(list_path, "w", encoding="utf-8") as file:
        for line in lines:
            file.write("\t".join(map(str, line)) + "\n")
    run(profile, 'macro:///Standard.Edits.Main("%s")' % list_path)
    if os.path.exists(list_path + ".failed"):
        with open(list_path + ".failed") as file:
            raise RuntimeError(file.read())


def edit(folder, jobs):
    """Does each job, its name, workbook and steps; yields name and Book."""
    lines, outs = [], []
    for i, (_, path, steps) in enumerate(jobs):
        outs.append(os.path.join(folder, "edited%d.txt" % i))
        lines += [("open", path), *steps, ("write", outs[-1])]
    do_steps(folder, lines)
    return [(job[0], Book(out)) for job, out in zip(jobs, outs)]


def save(folder, jobs):
    """Does each job, its workbook and steps, and saves it at its path."""
    lines = []
    for path, steps, out in jobs:
        lines += [("open", path), *steps, ("save", out)]
    do_steps(folder, lines)
