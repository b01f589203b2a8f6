"""Confidence: logistic regression on what src/extract/confidence.cpp measures of an attribution (Platt's method).

The answer is whether a gold attribution of PolNeAR dev is its one-to-one partner with a token F1 of the contents >= 0.5.
"""
import numpy as np
import torch

NAMES = ("cue", "source", "content", "least sure content word", "has a source", "bias")


def measures(cue_log, role_log, labels):
    """cue_log: log-probabilities of the cue's labels; role_log (n, 5) and labels (n) of the words near the cue."""
    chosen = role_log[np.arange(len(labels)), labels]
    source, content = chosen[(labels == 1) | (labels == 2)], chosen[labels >= 3]
    return [cue_log.mean(), source.mean() if len(source) else 0.0, content.mean(), min(0.0, content.min()),
            1.0 if len(source) else 0.0, 1.0]


def judge(gold, predicted):
    """For each predicted attribution whether it is found; both as lists of word ranges (training/polnear.py)."""
    import score
    def words(ranges):
        return {i for b, e in ranges for i in range(b, e)}
    def as_tokens(a):
        return {"content": words(a.content), "cue": words([a.cue]), "source": words(a.source)}
    right = [False] * len(predicted)
    for _, j, overlap in score.align([as_tokens(a) for a in gold], [as_tokens(a) for a in predicted]):
        right[j] = overlap >= 0.5
    return right


def fit(rows, right, steps=300):
    x, y = torch.tensor(np.array(rows), dtype=torch.float64), torch.tensor(right, dtype=torch.float64)
    w = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    opt = torch.optim.LBFGS([w], max_iter=steps)
    def closure():
        opt.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ w, y) + 1e-4 * (w ** 2).sum()
        loss.backward()
        return loss
    opt.step(closure)
    return w.detach().numpy().astype(np.float32)


def table(weights, rows, right):
    """Ten bins of confidence: how many, how sure, how many right. The model card's calibration table."""
    p = 1 / (1 + np.exp(-(np.array(rows) @ weights)))
    right = np.array(right)
    out = []
    for low in np.arange(0, 1, 0.1):
        here = (p >= low) & (p < low + 0.1 + (low > 0.85))
        if here.any():
            out.append((round(low, 1), int(here.sum()), round(float(p[here].mean()), 3), round(float(right[here].mean()), 3)))
    return out
