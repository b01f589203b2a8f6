# Installation: headers, library, program, models, find_package(sayso).
