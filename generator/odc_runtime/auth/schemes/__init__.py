"""The security schemes of APIs that are not ODC's: what a document may ask for, and how it is attached."""
