"""The encoder models: pretrained encoders, the two-stage tagger over them, its training, labels and export."""
