"""Tables: adapters to Arrow and to the engines built on it; each module imports its engine only when it is used."""
