"""One training run over Arrays, on a CPU or a GPU; there the step is recorded once and played back."""
import collections

import torch
from torch import nn

from encoder.arrays import gather
from encoder.tagger import loss

EAGER = 4       # steps before a GPU's recording


def rates(model, rate, decay):
    """Parameters by rate: it falls by `decay` a layer from the top of the encoder down; heads learn faster."""
    groups = collections.defaultdict(list)
    blocks = len(model.encoder.blocks)
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        part = name.split(".")
        if part[0] != "encoder":
            groups[min(5e-4, 6 * rate)].append(p)
            continue
        depth = blocks - 1 - int(part[2]) if part[1] == "blocks" else blocks
        groups[rate * decay ** depth].append(p)
    return groups


class Step:
    """A step of training for batches of one shape: loss, gradients cut to length 5, AdamW."""

    def __init__(self, model, windows, plan, rate, decay, state=None):
        self.model, self.data, self.count, self.graph = model, windows, 0, None
        device = windows.ids.device
        self.gpu = device.type == "cuda"
        groups = rates(model, rate, decay)
        self.top = torch.tensor(list(groups), device=device)
        self.now = self.top.clone()
        self.opt = torch.optim.AdamW([{"params": p} for p in groups.values()], weight_decay=0.01, fused=self.gpu, capturable=self.gpu)
        if state:
            self.opt.load_state_dict({**self.opt.state_dict(), "state": state})
        for i, group in enumerate(self.opt.param_groups):
            group["lr"] = self.now[i]
        self.rows = [torch.zeros(n, dtype=torch.long, device=device) for n in (plan.size, plan.width, plan.width)]
        self.sum = torch.zeros((), device=device)
        self.parameters = [p for p in model.parameters() if p.requires_grad]

    def run(self):
        self.opt.zero_grad(set_to_none=True)
        value = loss(self.model, gather(self.data, *self.rows))
        value.backward()
        nn.utils.clip_grad_norm_(self.parameters, 5.0)
        self.opt.step()
        self.sum += value.detach()

    def __call__(self, windows, cues, slots, share):
        """share: of the top rates."""
        for mine, row in zip(self.rows, (windows, cues, slots)):
            mine.copy_(row)
        torch.mul(self.top, share, out=self.now)
        self.count += 1
        if not self.gpu:
            self.run()
        elif self.count <= EAGER:
            self.aside()
        else:
            if self.graph is None:
                self.record()
            self.graph.replay()

    def aside(self):
        """Memory that the recording will need is taken on a stream of its own first."""
        stream = torch.cuda.Stream()
        stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(stream):
            self.run()
        torch.cuda.current_stream().wait_stream(stream)

    def record(self):
        self.opt.zero_grad(set_to_none=True)
        self.graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(self.graph):
            self.run()


def share_of(step, total):
    """Of the top rates: rises for 6 % of the steps, then falls to nothing."""
    warm = max(1, int(0.06 * total))
    return min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))


def fit(model, windows, plans, rate, decay, say, after, done=0, state=None):
    """plans: a Plan a pass, all of one shape, of which `done` are done. after(passes, optimizer's state) is called behind each."""
    device = windows.ids.device
    total = sum(map(len, plans))
    step = Step(model, windows, plans[0], rate, decay, state)
    count, seen = sum(map(len, plans[:done])), 0.0
    for number, plan in enumerate(plans[done:], done + 1):
        model.train()
        rows = [torch.from_numpy(a).to(device) for a in (plan.windows, plan.cues, plan.slots)]
        for row in zip(*rows):
            step(*row, share_of(count, total))
            count += 1
            if count % 100 == 0:
                now = float(step.sum)
                say(done=count, of=total, loss=round((now - seen) / 100, 4))
                seen = now
        model.eval()
        after(number, step.opt.state_dict()["state"])
