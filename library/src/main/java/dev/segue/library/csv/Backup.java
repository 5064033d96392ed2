package dev.segue.library.csv;

/// Where the person's CSV files are.
public interface Backup {

    CsvLibrary read();
}
